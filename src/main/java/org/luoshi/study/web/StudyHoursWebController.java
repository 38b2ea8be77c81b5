package org.luoshi.study.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.luoshi.study.core.StudyConversions;
import org.luoshi.study.core.StudyError;
import org.luoshi.study.core.StudyHoursExport;
import org.luoshi.study.core.StudyHoursQueries;
import org.luoshi.study.core.StudyHoursService;
import org.luoshi.study.core.StudyPlace;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Class hours by person and year, what is behind each figure, and the year as Excel. */
@Controller
@RequestMapping("/study/hours")
class StudyHoursWebController {

    private final StudyBranches branches;
    private final StudyHoursQueries queries;
    private final StudyHoursService service;
    private final StudyHoursExport export;
    private final StudyConversions conversions;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;

    StudyHoursWebController(
            StudyBranches branches,
            StudyHoursQueries queries,
            StudyHoursService service,
            StudyHoursExport export,
            StudyConversions conversions,
            SpreadsheetsApi spreadsheets,
            Templates templates) {
        this.branches = branches;
        this.queries = queries;
        this.service = service;
        this.export = export;
        this.conversions = conversions;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    @GetMapping
    View hours(
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        return branches.place(branch, StudyYears.sane(year), actor)
                .map(place -> Html.of(templates.studyHours(page, place, queries.table(place, actor))))
                .orElseGet(() -> Html.of(templates.studyNone(page)));
    }

    @GetMapping("/people/{person}")
    View person(
            @PathVariable UUID person,
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            Page page,
            @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        return Html.of(person(page, place, person, StudyHoursForm.empty(), Map.of(), actor));
    }

    private JteModel person(
            Page page, StudyPlace place, UUID person, StudyHoursForm form, Map<String, String> errors, Actor actor) {
        return templates.studyHoursPerson(
                page, place, queries.person(place, person, actor), conversions.all(), form, errors);
    }

    @PostMapping("/people/{person}")
    View note(
            @PathVariable UUID person,
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            StudyHoursForm form,
            Page page,
            @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        try {
            service.note(branch, person, form.toHours(), actor);
            return new RedirectView("/study/hours/people/" + person + place.query());
        } catch (BusinessException refusal) {
            StudyTyped.passOn(refusal);
            return Html.withStatus(
                    StudyTyped.status(refusal),
                    person(page, place, person, form, StudyTyped.errors(page, refusal), actor));
        }
    }

    @PostMapping("/entries/{id}/removal")
    View remove(
            @PathVariable UUID id,
            @RequestParam UUID branch,
            @RequestParam UUID person,
            @RequestParam int year,
            @CurrentActor Actor actor) {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        service.remove(branch, id, actor);
        return new RedirectView("/study/hours/people/" + person + place.query());
    }

    /** Sums by person, or (rows=entries) each entry in the form that other platforms and our own import read. */
    @GetMapping("/export")
    void export(
            @RequestParam UUID branch,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "people") String rows,
            Page page,
            @CurrentActor Actor actor,
            HttpServletResponse response)
            throws IOException {
        StudyPlace place = branches.require(branch, StudyYears.sane(year), actor);
        if (!place.keeper()) {
            throw StudyError.NOT_YOURS.plain();
        }
        boolean entries = rows.equals("entries");
        String name = page.t(entries ? "study.export.entries" : "study.export.people", "year", place.year());
        Stream<List<String>> lines = entries ? export.entries(place, actor) : people(page, place, actor);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name + ".xlsx", StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        spreadsheets.write(response.getOutputStream(), name, entries ? export.head() : peopleHead(page), lines);
    }

    private static List<String> peopleHead(Page page) {
        return Stream.of(
                        "study.group",
                        "study.person",
                        "study.hours.attended",
                        "study.hours.elsewhere",
                        "study.hours.made-up",
                        "study.hours.total",
                        "study.hours.asked",
                        "study.hours.courses",
                        "study.hours.remark")
                .map(key -> page.t(key))
                .toList();
    }

    private Stream<List<String>> people(Page page, StudyPlace place, Actor actor) {
        return queries.table(place, actor).stream()
                .map(row -> List.of(
                        row.groupName(),
                        row.name(),
                        row.attended().toPlainString(),
                        row.elsewhere().toPlainString(),
                        row.madeUp().toPlainString(),
                        row.total().toPlainString(),
                        row.asked() == null ? "" : row.asked().toPlainString(),
                        String.valueOf(row.courses()),
                        row.care() ? page.t("study.care") : ""));
    }
}
