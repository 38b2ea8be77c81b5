package org.luoshi.history.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.history.HistoryVerification;
import org.luoshi.history.core.HistoryExport;
import org.luoshi.history.core.HistoryLines;
import org.luoshi.history.core.HistorySearch;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The auditor's page. */
@Controller
@RequestMapping("/history")
class HistoryWebController {

    private static final int LINES_PER_PAGE = 100;

    private final HistoryApi history;
    private final HistoryLines lines;
    private final HistoryExport export;
    private final Templates templates;
    private final ZoneId zone;

    HistoryWebController(
            HistoryApi history, HistoryLines lines, HistoryExport export, Templates templates, ZoneId zone) {
        this.history = history;
        this.lines = lines;
        this.export = export;
        this.templates = templates;
        this.zone = zone;
    }

    @GetMapping
    View page(
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Page page,
            @CurrentActor Actor actor) {
        return show(new Asked(object.strip(), day.strip(), person.strip()), before, null, page, actor);
    }

    /** Reads everything, so it is asked for and not done at each visit. */
    @GetMapping("/verification")
    View verified(Page page, @CurrentActor Actor actor) {
        Auditors.admit(actor);
        return show(new Asked("", "", ""), Long.MAX_VALUE, history.verify(), page, actor);
    }

    @GetMapping("/export")
    void export(Page page, @CurrentActor Actor actor, HttpServletResponse response) throws IOException {
        Auditors.admit(actor);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=luoshi-history-" + page.today() + ".zip");
        export.write(response.getOutputStream(), page.locale());
    }

    private View show(Asked asked, long before, @Nullable HistoryVerification verification, Page page, Actor actor) {
        Auditors.admit(actor);
        List<HistoryLine> found = search(asked, before);
        return Html.of(templates.historyPage(page, asked, found, found.size() == LINES_PER_PAGE, verification));
    }

    private List<HistoryLine> search(Asked asked, long before) {
        try {
            UUID object = asked.object().isEmpty() ? null : UUID.fromString(asked.object());
            LocalDate day = asked.day().isEmpty() ? null : LocalDate.parse(asked.day());
            Instant from = day == null ? null : day.atStartOfDay(zone).toInstant();
            Instant to = day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
            return lines.search(new HistorySearch(object, from, to, asked.person(), before), LINES_PER_PAGE);
        } catch (DateTimeParseException | IllegalArgumentException notUnderstood) {
            return List.of();
        }
    }
}
