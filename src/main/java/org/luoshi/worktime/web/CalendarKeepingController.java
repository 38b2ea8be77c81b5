package org.luoshi.worktime.web;

import static org.luoshi.worktime.core.WorktimeError.NOT_YOURS;
import static org.luoshi.worktime.core.WorktimeError.START_UNREADABLE;

import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.worktime.core.CalendarRows;
import org.luoshi.worktime.core.CalendarService;
import org.luoshi.worktime.core.Calendars;
import org.luoshi.worktime.core.ImportPlan;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Local days, office hours and loading a year: for the system administrator. */
@Controller
@RequestMapping("/worktime")
class CalendarKeepingController {

    private final CalendarService service;
    private final CalendarRows rows;
    private final Calendars calendars;
    private final Templates templates;

    CalendarKeepingController(CalendarService service, CalendarRows rows, Calendars calendars, Templates templates) {
        this.service = service;
        this.rows = rows;
        this.calendars = calendars;
        this.templates = templates;
    }

    @GetMapping("/days")
    View days(Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        return Html.of(templates.worktimeDays(page, rows.localDays(), LocalDayForm.empty(), hours(), Map.of()));
    }

    @PostMapping("/days")
    View add(@Valid LocalDayForm form, BindingResult result, Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        if (result.hasErrors()) {
            return Html.invalid(templates.worktimeDays(page, rows.localDays(), form, hours(), Html.errorsOf(result)));
        }
        try {
            service.addLocalDay(form.toDay(), actor);
            return new RedirectView("/worktime/days");
        } catch (DateTimeException noSuchDay) {
            Map<String, String> errors = Map.of("date", page.t("worktime.days.date.bad"));
            return Html.invalid(templates.worktimeDays(page, rows.localDays(), form, hours(), errors));
        } catch (BusinessException refusal) {
            Map<String, String> errors = Map.of("date", page.reason(refusal));
            return Html.withStatus(
                    HttpStatus.CONFLICT, templates.worktimeDays(page, rows.localDays(), form, hours(), errors));
        }
    }

    @PostMapping("/days/{date}/removal")
    View remove(@PathVariable String date, @CurrentActor Actor actor) {
        try {
            service.removeLocalDay(LocalDate.parse(date), actor);
        } catch (DateTimeException noDay) {
            throw START_UNREADABLE.with(Map.of("start", date));
        }
        return new RedirectView("/worktime/days");
    }

    @PostMapping("/hours")
    View hours(@RequestParam String hours, Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        try {
            service.setHours(hours, actor);
            return new RedirectView("/worktime/days");
        } catch (BusinessException refusal) {
            return Html.invalid(templates.worktimeDays(
                    page, rows.localDays(), LocalDayForm.empty(), hours, Map.of("hours", page.reason(refusal))));
        }
    }

    @GetMapping("/import")
    View importForm(Page page, @CurrentActor Actor actor) {
        requireKeeper(actor);
        int next = page.today().getYear() + 1;
        return Html.of(templates.worktimeImportYear(page, Integer.toString(next), "", "", Map.of(), null));
    }

    /** The dry run: shows what would change and keeps the text for the confirmation. */
    @PostMapping("/import/preview")
    View preview(
            @RequestParam String year,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        requireKeeper(actor);
        String announcement = file == null || file.isEmpty() ? text : decode(file.getBytes());
        try {
            ImportPlan plan = service.plan(number(year), announcement, actor);
            return Html.of(templates.worktimeImportYear(page, year, source, announcement, Map.of(), plan));
        } catch (BusinessException refusal) {
            return Html.invalid(templates.worktimeImportYear(
                    page, year, source, announcement, Map.of("text", page.reason(refusal)), null));
        }
    }

    @PostMapping("/import")
    View load(
            @RequestParam String year,
            @RequestParam String source,
            @RequestParam String text,
            @RequestParam long revision,
            Page page,
            @CurrentActor Actor actor) {
        requireKeeper(actor);
        if (source.isBlank() || source.length() > 200) {
            Map<String, String> errors = Map.of("source", page.t("worktime.days.source.bad"));
            ImportPlan plan = service.plan(number(year), text, actor);
            return Html.invalid(templates.worktimeImportYear(page, year, source, text, errors, plan));
        }
        service.importYear(number(year), source.strip(), text, revision, actor);
        return new RedirectView("/worktime?year=" + number(year));
    }

    private String hours() {
        return calendars.calculator().hours().text();
    }

    private static int number(String year) {
        return year.matches("\\d{1,4}") ? Integer.parseInt(year) : 0;
    }

    private static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("GB18030"));
        }
    }

    private static void requireKeeper(Actor actor) {
        if (!actor.has(Role.SYSTEM_ADMINISTRATOR)) {
            throw NOT_YOURS.plain();
        }
    }
}
