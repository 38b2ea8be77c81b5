package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.meetings.plan.MeetingPlanLine;
import org.luoshi.meetings.plan.MeetingPlanService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The plan of a year, month by month, beside what came of it. */
@Controller
@RequestMapping("/meetings/plan")
class MeetingPlanWebController {

    private final MeetingPlanService plan;
    private final MeetingQueries queries;
    private final MeetingSheets sheets;
    private final Templates templates;

    MeetingPlanWebController(
            MeetingPlanService plan, MeetingQueries queries, MeetingSheets sheets, Templates templates) {
        this.plan = plan;
        this.queries = queries;
        this.sheets = sheets;
        this.templates = templates;
    }

    @GetMapping
    View plan(@RequestParam(defaultValue = "") String year, Page page, @CurrentActor Actor actor) {
        return Html.of(view(sane(year, page), MeetingPlanForm.empty(), page, Map.of(), actor));
    }

    private static int sane(String typed, Page page) {
        int year = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
        return year < 1990 || year > 2199 ? page.today().getYear() : year;
    }

    private JteModel view(int year, MeetingPlanForm form, Page page, Map<String, String> errors, Actor actor) {
        List<MeetingPlanLine> lines = plan.of(year, actor);
        List<Meeting> held = queries.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), actor);
        Map<UUID, Meeting> byId = held.stream().collect(Collectors.toMap(Meeting::id, Function.identity()));
        lines.stream()
                .map(MeetingPlanLine::meetingId)
                .filter(Objects::nonNull)
                .forEach(id -> byId.computeIfAbsent(id, missing -> queries.require(missing, actor)));
        Set<UUID> planned = lines.stream()
                .map(MeetingPlanLine::meetingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        int unplanned = (int) held.stream()
                .filter(meeting -> meeting.state() != MeetingState.SUBMITTED && !planned.contains(meeting.id()))
                .count();
        return templates.meetingsPlan(
                page,
                new MeetingPlanView(year, lines, byId, sheets.kinds(), unplanned, MeetingRights.prepares(actor)),
                form,
                errors);
    }

    @PostMapping
    View add(@RequestParam int year, MeetingPlanForm form, Page page, @CurrentActor Actor actor) {
        return take(
                year,
                form,
                page,
                actor,
                () -> plan.add(
                        sane(String.valueOf(year), page),
                        MeetingTyped.number("month", form.month(), 1, 12),
                        form.kind(),
                        form.title(),
                        MeetingTyped.choice("audience", Audience.class, form.audience()),
                        MeetingTyped.number("people", form.people(), 1, NewMeeting.MOST_PEOPLE),
                        MeetingTyped.number("minutes", form.minutes(), 1, 20_160),
                        actor));
    }

    @PostMapping("/{id}/removal")
    View remove(@PathVariable UUID id, @RequestParam int year, Page page, @CurrentActor Actor actor) {
        return take(year, MeetingPlanForm.empty(), page, actor, () -> plan.remove(id, actor));
    }

    private View take(int year, MeetingPlanForm form, Page page, Actor actor, Runnable change) {
        try {
            change.run();
            return new RedirectView("/meetings/plan?year=" + year);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), view(year, form, page, MeetingTyped.errors(page, refusal), actor));
        }
    }
}
