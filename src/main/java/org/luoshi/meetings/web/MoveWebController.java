package org.luoshi.meetings.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.meetings.preparation.MoveDesk;
import org.luoshi.meetings.preparation.MovePreview;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Moves a meeting: one screen that shows what follows, then one press. */
@Controller
@RequestMapping("/meetings/{id}/move")
class MoveWebController {

    private final MeetingQueries queries;
    private final MoveDesk desk;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final Templates templates;

    MoveWebController(
            MeetingQueries queries,
            MoveDesk desk,
            OrganizationApi organization,
            HistoryApi history,
            Templates templates) {
        this.queries = queries;
        this.desk = desk;
        this.organization = organization;
        this.history = history;
        this.templates = templates;
    }

    /** Without a day the form as it is, with one what would follow. */
    @GetMapping
    View look(@PathVariable UUID id, MoveForm form, Page page, @CurrentActor Actor actor) {
        Meeting meeting = require(id, actor);
        MoveForm shown =
                form.isFresh() ? MoveForm.of(meeting, labels(meeting), page.zone()) : form.seen(meeting.version());
        try {
            MoveMeeting move = shown.toMove(organization, page.zone());
            return show(HttpStatus.OK, meeting, shown, move, overrun(form, meeting, page), Set.of(), page, actor);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return show(
                    MeetingTyped.status(refusal),
                    meeting,
                    shown,
                    null,
                    MeetingTyped.errors(page, refusal),
                    Set.of(),
                    page,
                    actor);
        }
    }

    private View show(
            HttpStatus status,
            Meeting meeting,
            MoveForm form,
            @Nullable MoveMeeting move,
            Map<String, String> errors,
            Set<String> ticked,
            Page page,
            Actor actor) {
        MovePreview preview = move == null || !move.endsAt().isAfter(move.startsAt())
                ? null
                : desk.preview(meeting, move, actor, page);
        return Html.withStatus(status, templates.meetingsMove(page, meeting, form, preview, ticked, errors));
    }

    /** That somebody else was quicker, and what they did. */
    private Map<String, String> overrun(MoveForm form, Meeting meeting, Page page) {
        if (!form.isOverrun(meeting)) {
            return Map.of();
        }
        String did = MeetingPast.of(history.ofOthers(meeting.id(), "meetings.task", 1), page).stream()
                .findFirst()
                .map(past -> page.t("meetings.move.overrun", "who", past.who(), "at", page.dateTime(past.at()))
                        + past.text()
                        + (past.reason() == null
                                ? ""
                                : page.t("meetings.move.overrun.reason", "reason", past.reason())))
                .orElse("");
        return Map.of("", page.reason(MeetingError.CHANGED_MEANWHILE.plain()) + did);
    }

    private Meeting require(UUID id, Actor actor) {
        Meeting meeting = queries.require(id, actor);
        if (!MeetingRights.mayPrepare(meeting, actor)) {
            throw MeetingError.NOT_YOURS.plain();
        }
        if (!meeting.isOpenFor(MeetingStep.MOVE)) {
            throw MeetingError.NOT_IN_THIS_STATE.with(Map.of("title", meeting.title()));
        }
        return meeting;
    }

    private Map<UUID, String> labels(Meeting meeting) {
        return meeting.chairId() == null ? Map.of() : organization.personLabels(List.of(meeting.chairId()));
    }

    @PostMapping
    View confirm(
            @PathVariable UUID id,
            MoveForm form,
            @RequestParam MultiValueMap<String, String> ticks,
            Page page,
            @CurrentActor Actor actor) {
        require(id, actor);
        MoveMeeting move = null;
        try {
            move = form.toMove(organization, page.zone());
            desk.confirm(id, move, TaskHands.of(ticks), TaskHands.dropped(ticks), actor);
            return new RedirectView("/meetings/" + id);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            Set<String> ticked = new HashSet<>(ticks.getOrDefault("hand", List.of()));
            ticked.addAll(ticks.getOrDefault("drop", List.of()));
            Meeting present = require(id, actor);
            Map<String, String> errors = new HashMap<>(MeetingTyped.errors(page, refusal));
            errors.putAll(overrun(form, present, page));
            return show(
                    MeetingTyped.status(refusal),
                    present,
                    form.seen(present.version()),
                    move,
                    errors,
                    ticked,
                    page,
                    actor);
        }
    }
}
