package org.luoshi.ledger.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.luoshi.platform.Demonstration;
import org.luoshi.worktime.WorktimeApi;

/**
 * What happens when, in office hours of working days. Everything is done in the order of time, so that numbers and history lines of the invented
 * past run as they would have run; what lies behind the end of the demonstration never happens.
 */
final class Agenda {

    private static final LocalTime MORNING = LocalTime.of(9, 5);
    private static final LocalTime EVENING = LocalTime.of(17, 20);
    private static final LocalTime A_DAY_HAS_BEGUN = LocalTime.of(11, 0);
    private static final int MINUTES_OF_A_DAY = 480;

    private record Entry(Instant at, long number, Runnable action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private final Demonstration demonstration;
    private final WorktimeApi worktime;
    private final ZoneId zone;
    private final RandomGenerator random;
    private final LocalDate lastDay;
    private Instant now = Instant.MIN;
    private long count;

    Agenda(Demonstration demonstration, WorktimeApi worktime, ZoneId zone, RandomGenerator random) {
        this.demonstration = demonstration;
        this.worktime = worktime;
        this.zone = zone;
        this.random = random;
        ZonedDateTime end = demonstration.now().atZone(zone);
        boolean isUnderWay =
                worktime.isWorkingDay(end.toLocalDate()) && end.toLocalTime().isAfter(A_DAY_HAS_BEGUN);
        this.lastDay = isUnderWay ? end.toLocalDate() : worktime.plusWorkingDays(end.toLocalDate(), -1);
    }

    /** The last working day on which something happens; ages and limits of the plan count from it. */
    LocalDate day(int workingDaysLater) {
        return workingDaysLater == 0 ? lastDay : worktime.plusWorkingDays(lastDay, workingDaysLater);
    }

    LocalDate daysAfterDue(Instant due, int workingDays) {
        return worktime.plusWorkingDays(LocalDate.ofInstant(due, zone), workingDays);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Some time that morning. */
    Instant morning(int workingDaysLater) {
        return day(workingDaysLater)
                .atTime(MORNING)
                .plusMinutes(random.nextInt(80))
                .atZone(zone)
                .toInstant();
    }

    Instant at(int workingDaysLater, LocalTime time) {
        return day(workingDaysLater).atTime(time).atZone(zone).toInstant();
    }

    /** So many working days later; 0: a little later, on the next morning when the office has closed. */
    Instant later(Instant from, int workingDays) {
        ZonedDateTime here = from.atZone(zone);
        if (workingDays > 0) {
            return worktime.plusWorkingDays(here.toLocalDate(), workingDays)
                    .atTime(MORNING)
                    .plusMinutes(random.nextInt(MINUTES_OF_A_DAY))
                    .atZone(zone)
                    .toInstant();
        }
        ZonedDateTime soon = here.plusMinutes(10 + random.nextInt(45));
        return soon.toLocalTime().isAfter(EVENING)
                ? worktime.plusWorkingDays(here.toLocalDate(), 1)
                        .atTime(MORNING)
                        .plusMinutes(random.nextInt(40))
                        .atZone(zone)
                        .toInstant()
                : soon.toInstant();
    }

    Instant now() {
        return now;
    }

    void add(Instant at, Runnable action) {
        if (!at.isAfter(demonstration.now())) {
            entries.add(new Entry(at.isBefore(now) ? now : at, count++, action));
        }
    }

    /** A line of happenings, each after the one before. */
    Course course() {
        return new Course(this);
    }

    void run() {
        Instant first =
                entries.isEmpty() ? demonstration.now() : entries.element().at();
        long days = java.time.Duration.between(first, demonstration.now()).toDays() + 1;
        for (Entry next = entries.poll(); next != null; next = entries.poll()) {
            now = next.at();
            demonstration.at(now, next.action());
            demonstration.progress(java.time.Duration.between(first, now).toDays(), days);
        }
        demonstration.progress(days, days);
    }

    /** Happenings one after the other; one that is not ready yet waits for the next working day. */
    static final class Course {

        private record Step(int days, BooleanSupplier ready, Runnable deed) {}

        private final Agenda agenda;
        private final java.util.ArrayDeque<Step> steps = new java.util.ArrayDeque<>();

        private Course(Agenda agenda) {
            this.agenda = agenda;
        }

        Course then(int workingDays, Runnable deed) {
            return whenReady(workingDays, () -> true, deed);
        }

        Course whenReady(int workingDays, BooleanSupplier ready, Runnable deed) {
            steps.add(new Step(Math.max(0, workingDays), ready, deed));
            return this;
        }

        /** Begins at that moment: the first step counts from there. */
        void from(Instant start) {
            Step step = steps.poll();
            if (step != null) {
                attempt(step, agenda.later(start, step.days()));
            }
        }

        private void attempt(Step step, Instant at) {
            agenda.add(at, () -> {
                if (step.ready().getAsBoolean()) {
                    step.deed().run();
                    from(at);
                } else {
                    attempt(step, agenda.later(at, 1));
                }
            });
        }
    }
}
