package org.luoshi.meetings.preparation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingWords;
import org.luoshi.meetings.core.MoveEffect;
import org.luoshi.meetings.core.MoveEffects;
import org.luoshi.meetings.core.MoveMeeting;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.meetings.planning.Overload;
import org.luoshi.meetings.planning.Plan;
import org.luoshi.meetings.planning.PlanInput;
import org.luoshi.meetings.planning.PlannedTask;
import org.luoshi.meetings.planning.Planner;
import org.luoshi.meetings.planning.Staffing;
import org.luoshi.meetings.planning.WayOut;
import org.luoshi.meetings.planning.WaysOut;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The screen on which a meeting is moved: everything that follows is shown first, then done in one step. */
@Component
public class MoveDesk {

    private static final List<Integer> SHIFTS = List.of(-4, -3, -2, 2, 3, 4);

    private final PlanningDesk planning;
    private final PreparationService preparation;
    private final TaskHandover hands;
    private final MeetingService meetings;
    private final List<MoveEffects> parts;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final ZoneId zone;

    MoveDesk(
            PlanningDesk planning,
            PreparationService preparation,
            TaskHandover hands,
            MeetingService meetings,
            List<MoveEffects> parts,
            OrganizationApi organization,
            WorktimeApi worktime,
            ZoneId zone) {
        this.planning = planning;
        this.preparation = preparation;
        this.hands = hands;
        this.meetings = meetings;
        this.parts = List.copyOf(parts);
        this.organization = organization;
        this.worktime = worktime;
        this.zone = zone;
    }

    /** Changes nothing. */
    @Transactional(readOnly = true)
    public MovePreview preview(Meeting before, MoveMeeting wanted, Actor viewer, Page page) {
        Meeting after = before.moved(wanted);
        PlanningDesk.Scene scene = planning.scene();
        Plan now = scene.plan();
        PlanInput moved = scene.input().withMeetingOn(before.id(), after.day(zone));
        Plan then = Planner.plan(moved);
        Set<UUID> unfitBefore = unfit(now);
        Staffing.Proposal proposal = Staffing.propose(
                moved,
                scene.pool().keySet(),
                task -> task.meetingId().equals(before.id())
                        || MeetingRights.prepares(viewer) && !unfitBefore.contains(task.id()));
        Map<UUID, String> names = names(scene);
        return new MovePreview(
                effects(before, after, viewer, page),
                late(then, before.id(), scene, names, page),
                proposals(proposal, scene, names, page),
                proposal.uncovered().stream()
                        .map(task -> label(scene, task, page))
                        .toList(),
                overloads(then, names),
                whatIf(before, after, scene, viewer, page));
    }

    private static Set<UUID> unfit(Plan plan) {
        return plan.tasks().values().stream()
                .filter(task -> !task.fits())
                .map(task -> task.task().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<MoveEffect> effects(Meeting before, Meeting after, Actor viewer, Page page) {
        return parts.stream()
                .flatMap(part -> part.of(before, after, viewer, page).stream())
                .sorted(Comparator.comparing(MoveEffect::topic).thenComparing(MoveEffect::weight))
                .toList();
    }

    private Map<UUID, String> names(PlanningDesk.Scene scene) {
        Map<UUID, String> names = new HashMap<>();
        organization
                .people(scene.input().people().keySet())
                .values()
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    private static String label(PlanningDesk.Scene scene, UUID taskId, Page page) {
        PreparationTask task = scene.rows().get(taskId);
        return task == null ? "—" : task.label(page);
    }

    private static List<MovePreview.LateTask> late(
            Plan plan, UUID meetingId, PlanningDesk.Scene scene, Map<UUID, String> names, Page page) {
        List<MovePreview.LateTask> late = new ArrayList<>();
        for (PlannedTask task : plan.late(meetingId)) {
            List<String> ways = WaysOut.of(plan, task, scene.pool().keySet()).stream()
                    .map(way -> words(way, names, page))
                    .toList();
            late.add(new MovePreview.LateTask(
                    task.task().id(),
                    label(scene, task.task().id(), page),
                    names.getOrDefault(task.task().ownerId(), "—"),
                    task.latestStart(),
                    task.latestFinish(),
                    task.task().droppable(),
                    ways));
        }
        return late;
    }

    private static String words(WayOut way, Map<UUID, String> names, Page page) {
        return switch (way.kind()) {
            case COMPRESS ->
                page.t(
                                way.daysOver() == 0 ? "meetings.move.way.COMPRESS" : "meetings.move.way.COMPRESS.over",
                                "minutes",
                                way.minutesADay(),
                                "days",
                                way.daysOver())
                        + (way.daysLate() == 0
                                ? ""
                                : page.t("meetings.move.way.COMPRESS.late", "days", way.daysLate()));
            case DROP -> page.t("meetings.move.way.DROP", "count", way.affected());
            case HAND_TO ->
                page.t(
                        "meetings.move.way.HAND_TO",
                        "name",
                        way.personId() == null ? "—" : names.getOrDefault(way.personId(), "—"),
                        "day",
                        page.day(way.until()));
            case ASK_FOR_HELP ->
                way.helpers() < 0
                        ? page.t("meetings.move.way.ASK_FOR_HELP.none")
                        : page.t(
                                "meetings.move.way.ASK_FOR_HELP", "count", way.helpers(), "day", page.day(way.until()));
        };
    }

    private static List<MovePreview.ProposedHand> proposals(
            Staffing.Proposal proposal, PlanningDesk.Scene scene, Map<UUID, String> names, Page page) {
        return proposal.changes().stream()
                .map(change -> {
                    PreparationTask task = scene.rows().get(change.taskId());
                    Meeting meeting = task == null ? null : scene.meetings().get(task.meetingId());
                    PreparationPool.Preparer taker = scene.pool().get(change.to());
                    return new MovePreview.ProposedHand(
                            change.taskId(),
                            meeting == null ? "" : meeting.title(),
                            label(scene, change.taskId(), page),
                            names.getOrDefault(change.from(), "—"),
                            change.to(),
                            names.getOrDefault(change.to(), "—"),
                            taker == null ? "" : taker.unit());
                })
                .toList();
    }

    private static List<MovePreview.OverloadedPerson> overloads(Plan plan, Map<UUID, String> names) {
        Map<UUID, List<Overload>> byPerson = plan.overloads().stream()
                .collect(Collectors.groupingBy(Overload::personId, LinkedHashMap::new, Collectors.toList()));
        List<MovePreview.OverloadedPerson> people = new ArrayList<>();
        byPerson.forEach((person, days) -> {
            Overload worst = days.stream()
                    .max(Comparator.comparingInt(one -> one.minutes() - one.limit()))
                    .orElseThrow();
            people.add(new MovePreview.OverloadedPerson(
                    names.getOrDefault(person, "—"),
                    days.size(),
                    worst.minutes(),
                    worst.limit(),
                    days.get(0).day()));
        });
        return people;
    }

    private List<MovePreview.WhatIf> whatIf(
            Meeting before, Meeting after, PlanningDesk.Scene scene, Actor viewer, Page page) {
        List<MovePreview.WhatIf> rows = new ArrayList<>();
        for (int shift : SHIFTS) {
            LocalDate day = worktime.plusWorkingDays(before.day(zone), shift);
            if (day.isBefore(planning.today())) {
                continue;
            }
            Plan plan = Planner.plan(scene.input().withMeetingOn(before.id(), day));
            Meeting shifted = before.moved(onDay(after, day));
            long clashes = effects(before, shifted, viewer, page).stream()
                    .filter(effect -> effect.topic() == MoveEffect.Topic.PEOPLE
                            || effect.topic() == MoveEffect.Topic.ROOM
                            || effect.topic() == MoveEffect.Topic.LINES)
                    .filter(effect -> effect.weight() != MoveEffect.Weight.TELLS)
                    .count();
            rows.add(new MovePreview.WhatIf(
                    shift, day, plan.late(before.id()).size(), plan.overloads().size(), Math.toIntExact(clashes)));
        }
        return rows;
    }

    private MoveMeeting onDay(Meeting after, LocalDate day) {
        Instant starts = day.atTime(after.startsAt().atZone(zone).toLocalTime())
                .atZone(zone)
                .toInstant();
        return new MoveMeeting(
                after.version(),
                starts,
                starts.plus(Duration.between(after.startsAt(), after.endsAt())),
                after.place(),
                after.chairId(),
                after.audience(),
                "");
    }

    /**
     * Moves it, gives tasks into other hands and leaves some out, all or nothing and with one line of the history.
     *
     * @param taken who takes which task
     * @param dropped tasks of this meeting that are left out
     */
    @Transactional
    public Meeting confirm(UUID meetingId, MoveMeeting move, Map<UUID, UUID> taken, List<UUID> dropped, Actor actor) {
        String reason = MeetingWords.require("reason", move.reason(), NewMeeting.LONGEST_LINE);
        Meeting before = hands.lock(taken, dropped, List.of(meetingId), actor).get(meetingId);
        if (before == null || before.version() != move.seenVersion()) {
            throw MeetingError.CHANGED_MEANWHILE.plain();
        }
        if (!dropped.stream()
                .allMatch(task -> preparation.require(task).meetingId().equals(meetingId))) {
            throw PreparationError.UNKNOWN.plain();
        }
        Map<UUID, String> changes = hands.change(taken, dropped, reason);
        String alongside = changes.getOrDefault(meetingId, "");
        changes.remove(meetingId);
        preparation.recordRearranged(changes, reason, actor);
        return meetings.move(meetingId, move, alongside.isEmpty() ? "" : "；" + alongside, actor);
    }

    /** Proposals without a move: somebody is ill, or simply has too much. */
    @Transactional(readOnly = true)
    public List<MovePreview.ProposedHand> proposals(Page page) {
        PlanningDesk.Scene scene = planning.scene();
        Staffing.Proposal proposal =
                Staffing.propose(scene.input(), scene.pool().keySet());
        return proposals(proposal, scene, names(scene), page);
    }

    /** Carries out proposals. */
    @Transactional
    public void take(Map<UUID, UUID> taken, String reason, Actor actor) {
        if (!MeetingRights.prepares(actor)) {
            throw PreparationError.NOT_YOURS.plain();
        }
        hands.lock(taken, List.of(), List.of(), actor);
        preparation.recordRearranged(hands.change(taken, List.of(), reason), reason, actor);
    }
}
