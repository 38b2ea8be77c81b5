package org.luoshi.meetings.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlannerTests {

    /** A Monday; Saturday the 7th is worked instead of Friday the 6th. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final LocalDate MADE_UP = LocalDate.of(2026, 3, 7);
    private static final LocalDate FREE = LocalDate.of(2026, 3, 6);
    private static final UUID MEETING = id(1);
    private static final UUID ANNA = id(100);
    private static final UUID BERT = id(101);

    private static UUID id(long number) {
        return new UUID(7, number);
    }

    private static WorkDays days() {
        return new WorkDays(TODAY.minusDays(30), TODAY.plusDays(120), PlannerTests::works);
    }

    private static boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return day.equals(MADE_UP) || !day.equals(FREE) && !weekend;
    }

    private static PlanTask task(long number, UUID owner, int effort, int lead, Long... before) {
        return new PlanTask(
                id(number),
                MEETING,
                owner,
                effort,
                lead,
                List.of(before).stream().map(PlannerTests::id).toList(),
                true,
                false);
    }

    private static PlanInput input(LocalDate meeting, Set<LocalDate> away, PlanTask... tasks) {
        return new PlanInput(
                TODAY,
                days(),
                Map.of(MEETING, meeting),
                List.of(tasks),
                Map.of(ANNA, new PlanPerson(ANNA, 360, away), BERT, new PlanPerson(BERT, 360, Set.of())),
                180);
    }

    private static PlannedTask of(Plan plan, long number) {
        return java.util.Objects.requireNonNull(plan.tasks().get(id(number)));
    }

    @Test
    void aTaskEndsBeforeItsSuccessorBeginsAndSoManyWorkingDaysBeforeTheMeeting() {
        Plan plan = Planner.plan(input(
                LocalDate.of(2026, 3, 18),
                Set.of(),
                task(10, ANNA, 360, 0),
                task(11, ANNA, 60, 3),
                task(12, ANNA, 60, 1, 10L)));
        assertThat(of(plan, 12).latestFinish()).isEqualTo("2026-03-17");
        assertThat(of(plan, 10).latestFinish())
                .as("the successor starts on the 17th")
                .isEqualTo("2026-03-16");
        assertThat(of(plan, 10).latestStart()).as("two days at the usual pace").isEqualTo("2026-03-13");
        assertThat(of(plan, 11).latestFinish()).isEqualTo("2026-03-13");
        assertThat(plan.overloads()).isEmpty();
    }

    @Test
    void aMadeUpSaturdayCountsAndAHolidayDoesNot() {
        Plan plan = Planner.plan(input(LocalDate.of(2026, 3, 9), Set.of(), task(10, ANNA, 60, 2)));
        assertThat(of(plan, 10).latestFinish())
                .as("Saturday the 7th and Thursday the 5th")
                .isEqualTo("2026-03-05");
    }

    @Test
    void whatHasNoRoomOnItsLastDayMovesEarlierAndPastDaysOfAbsence() {
        LocalDate meeting = LocalDate.of(2026, 3, 12);
        Plan plan = Planner.plan(
                input(meeting, Set.of(LocalDate.of(2026, 3, 10)), task(10, ANNA, 360, 1), task(11, ANNA, 360, 1)));
        assertThat(plan.overloads()).isEmpty();
        assertThat(plan.loadOf(ANNA)).containsOnlyKeys(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 9));
    }

    @Test
    void aLatestStartInThePastIsShownWithWaysOut() {
        Plan plan = Planner.plan(input(LocalDate.of(2026, 3, 4), Set.of(), task(10, ANNA, 900, 1)));
        PlannedTask late = of(plan, 10);
        assertThat(late.late()).isTrue();
        assertThat(late.fits()).isFalse();
        assertThat(plan.overloads()).as("never hidden").isNotEmpty();
        List<WayOut> ways = WaysOut.of(plan, late, List.of(ANNA, BERT));
        assertThat(ways)
                .extracting(WayOut::kind)
                .containsExactly(WayOut.Kind.COMPRESS, WayOut.Kind.DROP, WayOut.Kind.ASK_FOR_HELP);
        assertThat(ways.get(0).minutesADay()).isEqualTo(450);
        assertThat(ways.get(2).helpers()).as("Bert has 720 of 900").isEqualTo(-1);
    }

    @Test
    void whatShouldHaveBeenDoneYesterdayCanBeDoneTodayAndIsSaidToBeLate() {
        Plan plan = Planner.plan(input(LocalDate.of(2026, 3, 4), Set.of(), task(10, ANNA, 60, 5)));
        PlannedTask late = of(plan, 10);
        assertThat(late.late()).isTrue();
        assertThat(late.fits()).isTrue();
        assertThat(late.start()).isEqualTo(TODAY);
        WayOut compress = WaysOut.of(plan, late, List.of(ANNA, BERT)).get(0);
        assertThat(compress.minutesADay()).isEqualTo(60);
        assertThat(compress.daysOver()).isZero();
        assertThat(compress.daysLate()).isEqualTo(3);
    }

    @Test
    void whatComesFirstIsNotSaidToFitBesideWhatComesAfterIt() {
        Set<LocalDate> away =
                new HashSet<>(TODAY.plusDays(1).datesUntil(TODAY.plusDays(20)).toList());
        Plan plan =
                Planner.plan(input(LocalDate.of(2026, 3, 11), away, task(10, BERT, 60, 1), task(11, ANNA, 60, 0, 10L)));
        assertThat(of(plan, 11).start()).as("Anna is there today only").isEqualTo(TODAY);
        assertThat(of(plan, 11).fits()).isTrue();
        assertThat(of(plan, 10).late()).isFalse();
        assertThat(of(plan, 10).fits()).isFalse();
    }

    @Test
    void anOfficeInWhichNothingFitsIsToldWhatDoesNot() {
        PlanTask[] tasks = new PlanTask[400];
        for (int n = 0; n < tasks.length; n++) {
            tasks[n] = task(1000 + n, ANNA, 300, 1 + n % 3);
        }
        Staffing.Proposal proposal =
                Staffing.propose(input(LocalDate.of(2026, 3, 12), Set.of(), tasks), List.of(ANNA, BERT));
        assertThat(proposal.changes()).isNotEmpty();
        assertThat(proposal.uncovered())
                .containsExactlyInAnyOrderElementsOf(proposal.plan().tasks().values().stream()
                        .filter(task -> !task.fits())
                        .map(task -> task.task().id())
                        .toList());
    }

    @Test
    void tasksThatWaitForEachOtherAreRefused() {
        assertThatThrownBy(() -> Planner.plan(input(
                        LocalDate.of(2026, 3, 12), Set.of(), task(10, ANNA, 60, 1, 11L), task(11, ANNA, 60, 1, 10L))))
                .hasMessageContaining("circle");
    }

    @Test
    void whoIsIllGivesTheirTasksToWhoHasRoomAndNothingElseChanges() {
        Set<LocalDate> week = new HashSet<>(TODAY.datesUntil(TODAY.plusDays(20)).toList());
        Staffing.Proposal proposal = Staffing.propose(
                input(
                        LocalDate.of(2026, 3, 12),
                        week,
                        task(10, ANNA, 300, 1),
                        task(11, ANNA, 60, 2),
                        task(12, BERT, 60, 2)),
                List.of(ANNA, BERT));
        assertThat(proposal.changes()).extracting(Staffing.Change::taskId).containsExactly(id(10), id(11));
        assertThat(proposal.changes()).allMatch(change -> change.to().equals(BERT));
        assertThat(proposal.uncovered()).isEmpty();
        assertThat(proposal.plan().overloads()).isEmpty();
    }

    /** Random offices: whatever they are, the plan keeps its promises or shows where it cannot. */
    @Test
    void whateverTheOfficeNobodyIsOverTheLimitWithoutBeingShown() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            PlanInput input = random(random, 1 + random.nextInt(8), 1 + random.nextInt(5));
            assertSound(Planner.plan(input));
            Staffing.Proposal proposal =
                    Staffing.propose(input, List.copyOf(input.people().keySet()));
            assertSound(proposal.plan());
            assertThat(Staffing.over(proposal.plan()))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(Staffing.over(Planner.plan(input)));
        }
    }

    private static PlanInput random(Random random, int meetings, int people) {
        List<UUID> ids = new ArrayList<>();
        Map<UUID, PlanPerson> staff = new HashMap<>();
        for (int n = 0; n < people; n++) {
            Set<LocalDate> away = new HashSet<>();
            for (int day = 0; day < 40; day++) {
                if (random.nextInt(5) == 0) {
                    away.add(TODAY.plusDays(day));
                }
            }
            ids.add(id(500 + n));
            staff.put(id(500 + n), new PlanPerson(id(500 + n), 360, away));
        }
        Map<UUID, LocalDate> on = new HashMap<>();
        List<PlanTask> tasks = new ArrayList<>();
        for (int m = 0; m < meetings; m++) {
            on.put(id(1 + m), TODAY.plusDays(random.nextInt(30)));
            List<UUID> made = new ArrayList<>();
            for (int t = 0; t < 1 + random.nextInt(9); t++) {
                List<UUID> before = new ArrayList<>();
                made.stream().filter(unused -> random.nextInt(4) == 0).forEach(before::add);
                UUID task = id(10_000L + m * 100L + t);
                tasks.add(new PlanTask(
                        task,
                        id(1 + m),
                        ids.get(random.nextInt(people)),
                        random.nextInt(500),
                        random.nextInt(6),
                        before,
                        random.nextBoolean(),
                        random.nextBoolean()));
                made.add(task);
            }
        }
        return new PlanInput(TODAY, days(), on, tasks, staff, 180);
    }

    private static void assertSound(Plan plan) {
        Set<String> shown = new HashSet<>();
        plan.overloads().forEach(one -> shown.add(one.personId() + " " + one.day()));
        Map<String, Integer> minutes = new HashMap<>();
        plan.tasks().values().forEach(planned -> {
            assertThat(planned.minutes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(planned.task().effortMinutes());
            planned.minutes().forEach((day, amount) -> {
                assertThat(works(day)).as("a working day").isTrue();
                assertThat(day).isAfterOrEqualTo(TODAY);
                if (planned.fits()) {
                    assertThat(day).isBeforeOrEqualTo(planned.until(TODAY));
                }
                minutes.merge(planned.task().ownerId() + " " + day, amount, Integer::sum);
            });
        });
        minutes.forEach((personAndDay, amount) -> {
            String[] parts = personAndDay.split(" ");
            PlanPerson person =
                    java.util.Objects.requireNonNull(plan.input().people().get(UUID.fromString(parts[0])));
            int limit = person.away().contains(LocalDate.parse(parts[1])) ? 0 : person.dailyMinutes();
            assertThat(amount <= limit || shown.contains(personAndDay))
                    .as(personAndDay)
                    .isTrue();
        });
    }
}
