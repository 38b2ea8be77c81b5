package org.luoshi.study.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshi.study.core.StudyBranches;
import org.luoshi.study.core.StudyError;
import org.luoshi.study.core.StudyHoursImport;
import org.luoshi.study.core.StudyHoursTable;
import org.luoshi.study.core.StudyPlace;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Hours from another platform out of Excel: upload, dry run, taking in. Nothing is kept between the steps; the page carries the rows. */
@Controller
@RequestMapping("/study/hours/import")
class StudyImportWebController {

    private static final String PERSON = "person-";

    private final StudyBranches branches;
    private final StudyHoursTable table;
    private final StudyHoursImport imports;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;

    StudyImportWebController(
            StudyBranches branches,
            StudyHoursTable table,
            StudyHoursImport imports,
            SpreadsheetsApi spreadsheets,
            Templates templates) {
        this.branches = branches;
        this.table = table;
        this.imports = imports;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    @GetMapping
    View form(
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(templates.studyImport(page, keeperPlace(branch, year, actor), table.head(), Map.of()));
    }

    /** An empty table with the headings that are read. */
    @GetMapping("/template")
    void template(Page page, HttpServletResponse response) throws IOException {
        String name = page.t("study.import.template");
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name + ".xlsx", StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        spreadsheets.write(response.getOutputStream(), name, table.head(), Stream.empty());
    }

    @PostMapping
    View dryRun(
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        StudyPlace place = keeperPlace(branch, year, actor);
        try {
            if (file == null || file.isEmpty()) {
                throw StudyError.FIELD_MISSING.with(Map.of("field", "file"));
            }
            String text = table.read(file.getBytes());
            return Html.of(
                    templates.studyImportDryRun(page, place, imports.check(branch, text, Map.of(), actor), Map.of()));
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.invalid(templates.studyImport(page, place, table.head(), Map.of("file", page.reason(refusal))));
        }
    }

    /** Two buttons: look again with the decisions made, or take in what is new. */
    @PostMapping("/rows")
    View decide(
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            @CurrentActor Actor actor) {
        StudyPlace place = keeperPlace(branch, year, actor);
        String text = StudyTyped.text(fields.getFirst("text"));
        Map<Integer, UUID> decisions = decisions(fields);
        try {
            if ("take".equals(fields.getFirst("action"))) {
                imports.take(branch, text, decisions, actor);
                return new RedirectView("/study/hours" + place.query());
            }
            return Html.of(
                    templates.studyImportDryRun(page, place, imports.check(branch, text, decisions, actor), Map.of()));
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    templates.studyImportDryRun(
                            page,
                            place,
                            imports.check(branch, text, decisions, actor),
                            StudyTyped.errors(page, refusal)));
        }
    }

    private StudyPlace keeperPlace(UUID branch, @Nullable Integer year, Actor actor) {
        branches.requireKeeper(branch, actor);
        return branches.require(branch, StudyYears.sane(year), actor);
    }

    private static Map<Integer, UUID> decisions(MultiValueMap<String, String> fields) {
        Map<Integer, UUID> decisions = new HashMap<>();
        fields.forEach((name, values) -> {
            if (name.matches(PERSON + "\\d{1,6}")) {
                UUID person = StudyTyped.idOrNull(name, StudyTyped.text(values.get(0)));
                if (person != null) {
                    decisions.put(Integer.parseInt(name.substring(PERSON.length())), person);
                }
            }
        });
        return decisions;
    }
}
