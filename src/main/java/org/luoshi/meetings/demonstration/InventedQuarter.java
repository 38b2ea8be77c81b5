package org.luoshi.meetings.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.MeetingKinds;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.meetings.demonstration.QuarterPlan.Planned;
import org.luoshi.meetings.plan.MeetingPlanService;
import org.luoshi.platform.Demonstration;
import org.luoshi.platform.DemonstrationPart;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** The last full quarter with all its meetings held, and what is coming up: made through the room's own services. */
@Component
class InventedQuarter implements DemonstrationPart {

    private static final int AFTER_THE_REPORTS = 500;

    /** Working days between proposal and meeting. */
    private static final int DAYS_AHEAD = 8;

    private static final int DAYS_BACK = 5;

    private final MeetingService service;
    private final MeetingKinds kinds;
    private final MeetingPlanService plan;
    private final ComingMeetings coming;
    private final InventedDecisions decisions;
    private final AccessApi access;
    private final WorktimeApi worktime;
    private final ZoneId zone;

    InventedQuarter(
            MeetingService service,
            MeetingKinds kinds,
            MeetingPlanService plan,
            ComingMeetings coming,
            InventedDecisions decisions,
            AccessApi access,
            WorktimeApi worktime,
            ZoneId zone) {
        this.service = service;
        this.kinds = kinds;
        this.plan = plan;
        this.coming = coming;
        this.decisions = decisions;
        this.access = access;
        this.worktime = worktime;
        this.zone = zone;
    }

    @Override
    public int order() {
        return AFTER_THE_REPORTS;
    }

    /** Something that somebody did at a moment of the past. */
    private record Step(Instant at, Runnable action) {}

    @Override
    public void make(Demonstration demonstration) {
        Actor officer = all(Role.OFFICER).get(0);
        Actor director = all(Role.OFFICE_DIRECTOR).get(0);
        Actor chair = all(Role.OFFICE_LEADER).get(0);
        LocalDate today = LocalDate.ofInstant(demonstration.now(), zone);
        LocalDate first = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3 + 3L);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(at(first.minusDays(40), LocalTime.of(9, 0)), () -> settle(first, officer)));
        List<Planned> held = new ArrayList<>(new QuarterPlan().over(workingDays(first, first.plusMonths(3))));
        held.addAll(around(today, first.plusMonths(3)));
        LocalDate handedOn = worktime.plusWorkingDays(today, -1);
        Planned last = lastDeciding(held);
        held.forEach(one -> add(steps, one, one == last ? handedOn : null, officer, director, chair));
        steps.removeIf(step -> step.at().isAfter(demonstration.now()));
        steps.sort(Comparator.comparing(Step::at));
        steps.forEach(step -> demonstration.at(step.at(), step.action()));
        coming.make(demonstration, officer, director, chair);
    }

    /** Its tasks wait as drafts in the ledger; those of the meetings before were carried out long ago. */
    private static @Nullable Planned lastDeciding(List<Planned> held) {
        return held.stream()
                .filter(InventedQuarter::decides)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static boolean decides(Planned one) {
        return one.kind().equals("LEADING_GROUP");
    }

    /**
     * Of this quarter's meetings those of the last week, and those that decide; what is coming up is made by hand, so that nobody
     * drowns in it.
     */
    private List<Planned> around(LocalDate today, LocalDate quarter) {
        LocalDate from = worktime.plusWorkingDays(today, -DAYS_BACK);
        return new QuarterPlan()
                .over(workingDays(quarter, quarter.plusMonths(3))).stream()
                        .filter(one -> decides(one) || !one.day().isBefore(from))
                        .filter(one -> one.day().isBefore(today))
                        .toList();
    }

    private List<Actor> all(Role role) {
        return access.holders(role).stream()
                .map(access::actor)
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }

    private List<LocalDate> workingDays(LocalDate from, LocalDate before) {
        return from.datesUntil(before).filter(worktime::isWorkingDay).toList();
    }

    /** The office's own caps, and what the year is to bring. */
    private void settle(LocalDate first, Actor officer) {
        kinds.limit("NATIONAL_VIDEO", 60, 120, false, officer);
        kinds.limit("LEADING_GROUP", 20, 120, false, officer);
        for (int month = 0; month < 3; month++) {
            LocalDate in = first.plusMonths(month);
            plan.add(in.getYear(), in.getMonthValue(), "LEADING_GROUP", "领导小组例会", Audience.CENTRAL, 28, 110, officer);
        }
    }

    private void add(
            List<Step> steps, Planned one, @Nullable LocalDate handedOn, Actor officer, Actor director, Actor chair) {
        LocalDate proposedOn = worktime.plusWorkingDays(one.day(), -DAYS_AHEAD);
        Instant starts = at(one.day(), one.from());
        UUID[] id = new UUID[1];
        steps.add(new Step(at(proposedOn, LocalTime.of(10, 0)), () -> {
            id[0] = service.propose(wanted(one, officer, chair, starts), officer);
            service.submit(id[0], officer);
        }));
        steps.add(new Step(at(proposedOn, LocalTime.of(16, 0)), () -> service.approve(id[0], director)));
        int people = one.people() - one.people() / 20;
        steps.add(new Step(starts.plusSeconds(60L * one.minutes() + 1800), () -> {
            service.hold(id[0], people, one.minutes(), officer);
            if (decides(one)) {
                decisions.write(id[0], one.day(), handedOn, officer, director);
            }
        }));
        if (handedOn != null) {
            steps.add(new Step(at(handedOn, LocalTime.of(17, 30)), () -> decisions.hand(id[0], officer)));
        }
    }

    private static NewMeeting wanted(Planned one, Actor officer, Actor chair, Instant starts) {
        return new NewMeeting(
                one.kind(),
                one.title(),
                "演示：听取情况，部署下一步工作。",
                one.audience(),
                false,
                false,
                false,
                officer.personId(),
                chair.personId(),
                starts,
                starts.plusSeconds(60L * one.minutes()),
                one.kind().equals("NATIONAL_VIDEO") ? "演示楼视频会议室" : "演示楼第一会议室",
                one.people(),
                one.audience() == Audience.CENTRAL ? 60 : 0,
                "",
                "");
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
