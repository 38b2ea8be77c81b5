package org.luoshi.worktime.web;

import static org.luoshi.worktime.core.WorktimeError.YEAR_OUT_OF_RANGE;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.WorktimeApi;
import org.luoshi.worktime.core.Calendars;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The working calendar of a year, and "how long do I have". For everybody. */
@Controller
@RequestMapping("/worktime")
class CalendarController {

    static final int FIRST_YEAR = 1949;
    static final int LAST_YEAR = 2199;

    private final Calendars calendars;
    private final WorktimeApi worktime;
    private final Templates templates;
    private final Clock clock;
    private final ZoneId zone;

    CalendarController(Calendars calendars, WorktimeApi worktime, Templates templates, Clock clock, ZoneId zone) {
        this.calendars = calendars;
        this.worktime = worktime;
        this.templates = templates;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    View year(@RequestParam(required = false) @Nullable Integer year, Page page, @CurrentActor Actor actor) {
        int shown = year == null ? page.today().getYear() : year;
        if (shown < FIRST_YEAR || shown > LAST_YEAR) {
            throw YEAR_OUT_OF_RANGE.plain();
        }
        YearView view = YearView.of(calendars.calendar(), shown, page.today());
        String hours = calendars.calculator().hours().text();
        return Html.of(templates.worktimeYear(page, view, hours, actor.has(Role.SYSTEM_ADMINISTRATOR)));
    }

    @GetMapping("/calculator")
    View calculator(@Valid LimitForm form, BindingResult result, Page page) {
        LimitForm asked = form.orDefaults(LocalDateTime.now(clock.withZone(zone)));
        if (result.hasErrors()) {
            return Html.invalid(templates.worktimeCalculator(page, asked, Html.errorsOf(result), null, List.of()));
        }
        try {
            DueDate due = worktime.due(asked.startIn(zone), asked.limit());
            return Html.of(
                    templates.worktimeCalculator(page, asked, Map.of(), due, worktime.explain(due, page.locale())));
        } catch (BusinessException refusal) {
            String field = refusal.details().containsKey("start") ? "start" : "amount";
            return Html.withStatus(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    templates.worktimeCalculator(page, asked, Map.of(field, page.reason(refusal)), null, List.of()));
        }
    }
}
