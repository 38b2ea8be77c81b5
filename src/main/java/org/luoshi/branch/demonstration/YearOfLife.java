package org.luoshi.branch.demonstration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.ActivityService;
import org.luoshi.branch.core.BranchRoll;
import org.luoshi.branch.core.DutyService;
import org.luoshi.branch.core.PartyGroup;
import org.luoshi.branch.core.PlanActivity;
import org.luoshi.branch.core.RollReader;
import org.luoshi.branch.core.TalkService;
import org.luoshi.branch.rules.ActivityKind;
import org.luoshi.platform.Demonstration;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What an invented branch did from the beginning of last year until now: mostly in time, sometimes late, now and then not at all. */
@Component
class YearOfLife {

    private static final List<String> THEMES = List.of(
            "学习本月工作要点",
            "走进基层听意见",
            "重温入党誓词",
            "节约用水用电怎么做",
            "防汛值守怎么排班",
            "读一本书，谈一件事",
            "回头看：上半年答应的事",
            "新同志讲岗位",
            "谈心谈话月",
            "会议怎么开得更短",
            "表格怎么报得更少",
            "一年办了哪些实事");

    private final ActivityService activities;
    private final InventedMinutes minutes;
    private final TalkService talks;
    private final DutyService duties;
    private final RollReader rolls;
    private final ZoneId zone;

    YearOfLife(
            ActivityService activities,
            InventedMinutes minutes,
            TalkService talks,
            DutyService duties,
            RollReader rolls,
            ZoneId zone) {
        this.activities = activities;
        this.minutes = minutes;
        this.talks = talks;
        this.duties = duties;
        this.rolls = rolls;
        this.zone = zone;
    }

    void live(Demonstration demonstration, UUID branch, Map<String, UUID> people, LocalDate begin) {
        BranchRoll roll = rolls.roll(branch);
        RandomGenerator random = demonstration.random();
        LocalDate today = LocalDate.ofInstant(demonstration.now(), zone);
        int month = 0;
        for (LocalDate first = begin; !first.isAfter(today); first = first.plusMonths(1)) {
            month++;
            month(demonstration, roll, people, first, month, random);
        }
        ahead(demonstration, branch, today);
        demonstration.at(demonstration.now(), () -> {
            duties.refresh(branch, today.getYear() - 1);
            duties.refresh(branch, today.getYear());
        });
    }

    private void month(
            Demonstration demonstration,
            BranchRoll roll,
            Map<String, UUID> people,
            LocalDate first,
            int month,
            RandomGenerator random) {
        LocalDate themeDay = first.with(TemporalAdjusters.firstInMonth(DayOfWeek.FRIDAY));
        boolean quarter = first.getMonthValue() % 3 == 2;
        List<String> kinds = new ArrayList<>(List.of(ActivityKind.THEME_DAY.name()));
        if (quarter) {
            kinds.add(ActivityKind.MEMBERS_MEETING.name());
        }
        if (first.getMonthValue() % 3 == 0) {
            kinds.add(ActivityKind.LECTURE.name());
        }
        // One month of the flood season nobody could come; the secretary excused it.
        if (first.getMonthValue() != 7 || month > 12) {
            String theme = THEMES.get(first.getMonthValue() - 1);
            held(
                    demonstration,
                    roll,
                    null,
                    themeDay,
                    15,
                    theme,
                    kinds,
                    people.get(quarter ? "程督成" : "纪要全"),
                    random,
                    quarter);
        }
        if (month % 9 != 4) {
            held(
                    demonstration,
                    roll,
                    null,
                    themeDay.minusDays(2),
                    9,
                    "研究本月安排",
                    List.of(ActivityKind.COMMITTEE_MEETING.name()),
                    people.get("程督成"),
                    random,
                    false);
        }
        for (PartyGroup group : roll.groups()) {
            if (random.nextInt(12) > 0) {
                held(
                        demonstration,
                        roll,
                        group,
                        themeDay.plusDays(5 + random.nextInt(6)),
                        16,
                        "",
                        List.of(ActivityKind.GROUP_MEETING.name()),
                        null,
                        random,
                        false);
            }
        }
        if (first.getMonthValue() % 3 == 1) {
            held(
                    demonstration,
                    roll,
                    null,
                    themeDay.plusDays(12),
                    14,
                    "青年课堂：我的第一份汇报",
                    List.of(ActivityKind.YOUTH_CLASS.name()),
                    people.get("文如意"),
                    random,
                    false);
        }
        if (first.getMonthValue() == 1 && month > 1) {
            lastYearsLifeMeeting(demonstration, roll, themeDay.plusDays(4), random);
        }
        talk(demonstration, roll, themeDay.plusDays(3), month, random);
    }

    private void held(
            Demonstration demonstration,
            BranchRoll roll,
            @Nullable PartyGroup group,
            LocalDate day,
            int hour,
            String theme,
            List<String> kinds,
            @Nullable UUID lecturer,
            RandomGenerator random,
            boolean vote) {
        Instant start = day.atTime(hour, 0).atZone(zone).toInstant();
        if (!start.plusSeconds(4 * 3600L).isBefore(demonstration.now())) {
            return;
        }
        PlanActivity plan =
                plan(roll.branch().id(), group, kinds, theme, start, lecturer == null ? List.of() : List.of(lecturer));
        UUID[] id = new UUID[1];
        demonstration.at(start.minusSeconds(5 * 86_400L), () -> id[0] = activities.plan(plan, Actor.system()));
        demonstration.at(
                start.plusSeconds(3 * 3600L),
                () -> minutes.record(id[0], group == null ? theme : "", random, vote, null));
        minutes.carryOut(demonstration, id[0], start);
    }

    private PlanActivity plan(
            UUID branch,
            @Nullable PartyGroup group,
            List<String> kinds,
            String theme,
            Instant start,
            List<UUID> lecturers) {
        return new PlanActivity(
                branch,
                group == null ? null : group.id(),
                kinds,
                "",
                start,
                start.plusSeconds(2 * 3600L),
                group == null ? "三楼会议室" : "处内",
                theme,
                null,
                null,
                null,
                List.of(),
                lecturers,
                theme.isEmpty() ? List.of() : List.of("传达学习最新要求", theme),
                !theme.isEmpty());
    }

    /** Last year's organisational-life meeting was put off to January: it counts, and it is late. */
    private void lastYearsLifeMeeting(
            Demonstration demonstration, BranchRoll roll, LocalDate day, RandomGenerator random) {
        Instant start = day.atTime(9, 0).atZone(zone).toInstant();
        if (!start.plusSeconds(4 * 3600L).isBefore(demonstration.now())) {
            return;
        }
        List<String> kinds = List.of(ActivityKind.LIFE_MEETING.name(), ActivityKind.APPRAISAL.name());
        PlanActivity plan = plan(roll.branch().id(), null, kinds, "组织生活会：找问题，定措施", start, List.of());
        LocalDate lastYear = LocalDate.of(day.getYear() - 1, 12, 31);
        UUID[] id = new UUID[1];
        demonstration.at(start.minusSeconds(5 * 86_400L), () -> id[0] = activities.plan(plan, Actor.system()));
        demonstration.at(
                start.plusSeconds(3 * 3600L), () -> minutes.record(id[0], plan.theme(), random, false, lastYear));
        minutes.carryOut(demonstration, id[0], start);
    }

    private void talk(Demonstration demonstration, BranchRoll roll, LocalDate day, int month, RandomGenerator random) {
        Instant at = day.atTime(17, 0).atZone(zone).toInstant();
        if (!at.isBefore(demonstration.now())) {
            return;
        }
        List<UUID> committee = List.copyOf(roll.committeeOn(day));
        List<UUID> members = List.copyOf(roll.membersOn(day));
        UUID one = committee.get(month % committee.size());
        UUID other = members.get((month * 5 + random.nextInt(3)) % members.size());
        if (!one.equals(other)) {
            demonstration.at(at, () -> talks.talk(roll.branch().id(), one, other, day, "", Actor.system()));
        }
    }

    /** What is coming: the next theme day, planned and with the people told. */
    private void ahead(Demonstration demonstration, UUID branch, LocalDate today) {
        LocalDate day = today.plusMonths(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.FRIDAY));
        Instant start = day.atTime(15, 0).atZone(zone).toInstant();
        demonstration.at(demonstration.now(), () -> {
            UUID id = activities.plan(
                    plan(
                            branch,
                            null,
                            List.of(ActivityKind.THEME_DAY.name()),
                            THEMES.get(day.getMonthValue() - 1),
                            start,
                            List.of()),
                    Actor.system());
            activities.invite(Objects.requireNonNull(id), Actor.system());
        });
    }
}
