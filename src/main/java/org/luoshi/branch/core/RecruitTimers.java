package org.luoshi.branch.core;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Demand.Happening;
import org.luoshi.branch.rules.Judge;
import org.luoshi.branch.rules.Judge.TimerFinding;
import org.luoshi.branch.rules.Rule;
import org.springframework.stereotype.Component;

/** The time limits of recruiting (D-01 and following), read from whatever rules are in force: without a rule there is no timer. */
@Component
class RecruitTimers {

    private static final String RULES = "D-";

    private final RuleBooks books;

    RecruitTimers(RuleBooks books) {
        this.books = books;
    }

    /**
     * A limit that runs, or ran, from one happening to another.
     *
     * @param id the same for the same limit however often it is worked out
     * @param to null while it runs
     */
    record Running(
            UUID id,
            Rule rule,
            Demand.Timer timer,
            LocalDate from,
            @Nullable LocalDate to,
            TimerFinding finding) {

        boolean isRunning() {
            return to == null;
        }
    }

    /** The rules of recruiting in force that day, also those without a timer. */
    List<Rule> rules(LocalDate day) {
        return books.current().on(day).stream()
                .filter(rule -> isOfRecruiting(rule.id()) || isOfRecruiting(rule.tightens()))
                .toList();
    }

    private static boolean isOfRecruiting(@Nullable String id) {
        return id != null && id.startsWith(RULES);
    }

    /** All limits of one recruit. One whose end cannot come any more, because the stage has passed, is left out. */
    List<Running> of(Recruit recruit, List<RecruitEvent> events, LocalDate today) {
        List<Running> found = new ArrayList<>();
        for (Rule rule : rules(today)) {
            if (rule.demand() instanceof Demand.Timer timer) {
                for (LocalDate from : starts(timer, events)) {
                    LocalDate to = first(timer.to(), events, from, timer.repeats());
                    if (to != null || canEnd(timer, recruit)) {
                        TimerFinding finding = Judge.timer(timer, from, to, today);
                        found.add(new Running(id(recruit, rule, from), rule, timer, from, to, finding));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean canEnd(Demand.Timer timer, Recruit recruit) {
        return RecruitStep.of(timer.to())
                .filter(step -> step.isOpenAt(recruit.stage()))
                .isPresent();
    }

    private static List<LocalDate> starts(Demand.Timer timer, List<RecruitEvent> events) {
        List<LocalDate> starts = new ArrayList<>();
        for (RecruitEvent event : events) {
            Happening happening = event.step().happening();
            if (happening == timer.from() || timer.repeats() && happening != null && happening == timer.to()) {
                starts.add(event.onDay());
            }
        }
        return starts.stream().distinct().toList();
    }

    /** A limit that repeats ends with the next happening after the day on which it began anew. */
    private static @Nullable LocalDate first(
            @Nullable Happening to, List<RecruitEvent> events, LocalDate from, boolean strictlyAfter) {
        Optional<LocalDate> day = events.stream()
                .filter(event -> to != null && event.step().happening() == to)
                .map(RecruitEvent::onDay)
                .filter(on -> strictlyAfter ? on.isAfter(from) : !on.isBefore(from))
                .findFirst();
        return day.orElse(null);
    }

    private static UUID id(Recruit recruit, Rule rule, LocalDate from) {
        String name = "branch.recruit/" + recruit.id() + "/" + rule.id() + "/" + from;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
