package org.luoshi.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.organization.UnitKind;
import org.luoshi.organization.core.ImportColumn;
import org.luoshi.organization.core.ImportLine;
import org.luoshi.organization.core.ImportOptions;
import org.luoshi.organization.core.ImportService;
import org.luoshi.organization.core.ImportTable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Upload, mapping of the columns, dry run, import. */
@Controller
@RequestMapping("/units/import")
class ImportWebController {

    private final ImportService imports;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;

    ImportWebController(ImportService imports, SpreadsheetsApi spreadsheets, Templates templates) {
        this.imports = imports;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
    }

    @GetMapping
    View empty(Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        return Html.of(templates.organizationImport(page, Map.of()));
    }

    /** An empty table with our headings. */
    @GetMapping("/template")
    void template(Page page, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
        Editing.require(actor);
        String name = URLEncoder.encode(page.t("organization.import.template.name") + ".xlsx", StandardCharsets.UTF_8);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name.replace("+", "%20"));
        List<String> head =
                Arrays.stream(ImportColumn.values()).map(ImportColumn::heading).toList();
        spreadsheets.write(
                response.getOutputStream(), page.t("organization.import.template.name"), head, Stream.empty());
    }

    @PostMapping
    View upload(@RequestParam MultipartFile file, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        try {
            return new RedirectView("/units/import/" + imports.upload(file, actor));
        } catch (BusinessException refusal) {
            return Html.invalid(templates.organizationImport(page, Map.of("file", page.reason(refusal))));
        }
    }

    @GetMapping("/{fileId}")
    View mapping(@PathVariable UUID fileId, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        ImportTable table = imports.table(fileId, actor);
        Map<String, String> typed = new HashMap<>();
        table.proposal().forEach((column, index) -> typed.put(column.name(), String.valueOf(index)));
        typed.put("from", page.today().toString());
        return Html.of(templates.organizationImportMapping(page, table, typed, List.of(), Map.of()));
    }

    /** With {@code step=import} the import starts; otherwise the dry run is shown below the mapping. */
    @PostMapping("/{fileId}")
    View run(@PathVariable UUID fileId, @RequestParam Map<String, String> typed, Page page, @CurrentActor Actor actor) {
        Editing.require(actor);
        ImportTable table = imports.table(fileId, actor);
        try {
            ImportOptions options = options(typed, table, page);
            if ("import".equals(typed.get("step"))) {
                return new RedirectView("/jobs/" + imports.start(table, options, actor));
            }
            List<ImportLine> lines = imports.dryRun(table, options, actor);
            return Html.of(templates.organizationImportMapping(page, table, typed, lines, Map.of()));
        } catch (BusinessException refusal) {
            return Html.invalid(templates.organizationImportMapping(
                    page, table, typed, List.of(), Map.of("", page.reason(refusal))));
        }
    }

    private static ImportOptions options(Map<String, String> typed, ImportTable table, Page page) {
        Map<ImportColumn, Integer> columns = new EnumMap<>(ImportColumn.class);
        for (ImportColumn column : ImportColumn.values()) {
            String index = typed.getOrDefault(column.name(), "");
            if (index.matches("[0-9]{1,3}")
                    && Integer.parseInt(index) < table.head().cells().size()) {
                columns.put(column, Integer.valueOf(index));
            }
        }
        UnitKind kind = Arrays.stream(UnitKind.values())
                .filter(one -> one != UnitKind.OFFICE && one.name().equals(typed.get("kind")))
                .findFirst()
                .orElse(UnitKind.UNIT);
        return new ImportOptions(
                columns, typed.getOrDefault("parent", ""), kind, Editing.dayOr(typed.get("from"), page.today()));
    }
}
