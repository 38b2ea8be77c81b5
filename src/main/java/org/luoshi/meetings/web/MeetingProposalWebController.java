package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.KindLimits;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingRuleChecks;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.meetings.plan.MeetingPlanService;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.worktime.WorktimeApi;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Proposes a meeting, or only asks whether it may be held. */
@Controller
@RequestMapping("/meetings")
class MeetingProposalWebController {

    /** A new proposal stands so many working days ahead until somebody says otherwise. */
    private static final int DAYS_AHEAD = 5;

    private final MeetingService service;
    private final MeetingPlanService plan;
    private final MeetingQueries queries;
    private final MeetingRuleChecks checks;
    private final KindLimits limits;
    private final MeetingSheets sheets;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final Clock clock;
    private final Templates templates;

    MeetingProposalWebController(
            MeetingService service,
            MeetingPlanService plan,
            MeetingQueries queries,
            MeetingRuleChecks checks,
            KindLimits limits,
            MeetingSheets sheets,
            OrganizationApi organization,
            WorktimeApi worktime,
            Clock clock,
            Templates templates) {
        this.service = service;
        this.plan = plan;
        this.queries = queries;
        this.checks = checks;
        this.limits = limits;
        this.sheets = sheets;
        this.organization = organization;
        this.worktime = worktime;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/new")
    View empty(MeetingForm form, Page page, @CurrentActor Actor actor) {
        requirePreparer(actor);
        return Html.of(form(page, null, form.withDefaults(proposedDay(page)), Map.of()));
    }

    @PostMapping("/new")
    View propose(MeetingForm form, Page page, @CurrentActor Actor actor) {
        return take(page, null, form, () -> {
            NewMeeting meeting = form.toMeeting(actor.personId(), organization, page.zone());
            return form.plan().isEmpty()
                    ? service.propose(meeting, actor)
                    : plan.propose(MeetingTyped.id("plan", form.plan()), meeting, actor);
        });
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        Meeting meeting = queries.require(id, actor);
        return Html.of(form(page, meeting, MeetingForm.of(meeting, labels(meeting), page.zone()), Map.of()));
    }

    @PostMapping("/{id}/edit")
    View change(@PathVariable UUID id, MeetingForm form, Page page, @CurrentActor Actor actor) {
        Meeting meeting = queries.require(id, actor);
        return take(page, meeting, form, () -> {
            service.change(
                    id,
                    MeetingTyped.version(form.version()),
                    form.toMeeting(meeting.ownerId(), organization, page.zone()),
                    actor);
            return id;
        });
    }

    /** What a form does. */
    @FunctionalInterface
    private interface Change {
        UUID run();
    }

    private View take(Page page, @Nullable Meeting meeting, MeetingForm form, Change change) {
        try {
            return new RedirectView("/meetings/" + change.run());
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), form(page, meeting, form, MeetingTyped.errors(page, refusal)));
        }
    }

    private JteModel form(Page page, @Nullable Meeting meeting, MeetingForm form, Map<String, String> errors) {
        return templates.meetingsForm(
                page, meeting, form, List.copyOf(sheets.kinds().values()), errors);
    }

    /** Answers without keeping anything: what the rules say, what it would cost, what else is held on that day. */
    @GetMapping("/ask")
    View ask(MeetingForm form, Page page, @CurrentActor Actor actor) {
        if (form.isFresh()) {
            return Html.of(asked(page, form.withDefaults(proposedDay(page)), null, Map.of()));
        }
        try {
            Meeting meeting = Meeting.asked(
                    form.toMeeting(actor.personId(), organization, page.zone()), actor.personId(), clock.instant());
            LocalDate day = meeting.day(page.zone());
            MeetingAnswer answer = new MeetingAnswer(
                    meeting,
                    sheets.kind(meeting.kind()),
                    checks.of(meeting),
                    limits.of(meeting, page),
                    queries.between(day, day, actor),
                    worktime.isWorkingDay(day));
            return Html.of(asked(page, form, answer, Map.of()));
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), asked(page, form, null, MeetingTyped.errors(page, refusal)));
        }
    }

    private JteModel asked(Page page, MeetingForm form, @Nullable MeetingAnswer answer, Map<String, String> errors) {
        return templates.meetingsAsk(
                page, form, answer, List.copyOf(sheets.kinds().values()), errors);
    }

    private LocalDate proposedDay(Page page) {
        return worktime.plusWorkingDays(page.today(), DAYS_AHEAD);
    }

    private Map<UUID, String> labels(Meeting meeting) {
        List<UUID> people = new ArrayList<>(List.of(meeting.ownerId()));
        if (meeting.chairId() != null) {
            people.add(meeting.chairId());
        }
        return organization.personLabels(people);
    }

    private static void requirePreparer(Actor actor) {
        if (!MeetingRights.prepares(actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
    }
}
