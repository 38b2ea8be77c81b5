package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand.Base;
import org.luoshi.branch.rules.Demand.Counted;
import org.luoshi.branch.rules.Demand.Fact;
import org.luoshi.branch.rules.Demand.Measure;

/** Puts what an example gives before the judge and tells the answer in the words in which packs expect it. */
final class WorkedExample {

    private final Map<String, Object> given;

    private WorkedExample(Rule.Example example) {
        this.given = example.given();
    }

    /** Null where it comes out as expected; else what came out, or what cannot be understood in it. */
    static @Nullable String difference(Rule rule, Rule.Example example) {
        try {
            String found = new WorkedExample(example).found(rule.demand());
            List<String> expected = words(example.expect());
            List<String> got = words(found);
            boolean isSame = !expected.isEmpty()
                    && expected.size() <= got.size()
                    && expected.equals(got.subList(0, expected.size()));
            return isSame ? null : found;
        } catch (RuntimeException e) {
            return "? " + e.getMessage();
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().toUpperCase(Locale.ROOT).split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.isLetter(word.codePointAt(0)) ? Fields.constant(word) : word)
                .toList();
    }

    private String found(Demand demand) {
        if (demand instanceof Demand.Count count) {
            return Judge.count(count, period(), days("done"), isTrue("excused"), day("today"))
                    .name();
        }
        if (demand instanceof Demand.Hours hours) {
            return Judge.hours(hours, period(), studied(), isTrue("excused"), day("today"))
                    .name();
        }
        if (demand instanceof Demand.Standing standing) {
            return Judge.standing(standing, numbers(Measure.class)).name();
        }
        if (demand instanceof Demand.Timer timer) {
            LocalDate to = given.containsKey("to") ? day("to") : null;
            LocalDate today = given.containsKey("today") || to == null ? day("today") : to;
            Judge.TimerFinding found = Judge.timer(timer, day("from"), to, today);
            return found.state() + (found.due() == null ? "" : " " + found.due());
        }
        if (demand instanceof Demand.Votes votes) {
            Judge.VoteFinding found = Judge.votes(votes, numbersOf(Base.class), numbersOf(Counted.class));
            String limits = found.shares().stream()
                    .map(share -> String.valueOf(share.limit()))
                    .collect(Collectors.joining(" "));
            return found.finding() + " " + limits;
        }
        if (demand instanceof Demand.Rates rates) {
            return Judge.rates(rates, new BigDecimal(text("base"))).amount().toPlainString();
        }
        if (demand instanceof Demand.Check check) {
            return Judge.check(check, facts()).name();
        }
        return "SHOWN";
    }

    private String text(String key) {
        Object value = given.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key);
        }
        return value.toString();
    }

    private LocalDate day(String key) {
        return LocalDate.parse(text(key));
    }

    private Span period() {
        return Span.parse(text("period"));
    }

    private boolean isTrue(String key) {
        return "true".equals(given.get(key));
    }

    private List<LocalDate> days(String key) {
        return list(key).stream().map(day -> LocalDate.parse(day.toString())).toList();
    }

    private List<?> list(String key) {
        return given.getOrDefault(key, List.of()) instanceof List<?> list ? list : List.of(text(key));
    }

    /** {@code 2026-03-02 16} or {@code 2026-03-02 40 course}. */
    private List<Judge.Studied> studied() {
        return list("studied").stream()
                .map(entry -> entry.toString().split(" +"))
                .map(parts -> new Judge.Studied(
                        LocalDate.parse(parts[0]),
                        new BigDecimal(parts[1]),
                        parts.length > 2 && parts[2].equals("course")))
                .toList();
    }

    private Map<Fact, Boolean> facts() {
        Map<Fact, Boolean> facts = new EnumMap<>(Fact.class);
        given.forEach((key, value) -> facts.put(Fact.valueOf(Fields.constant(key)), "true".equals(value)));
        return facts;
    }

    private <E extends Enum<E>> Map<E, Integer> numbers(Class<E> type) {
        Map<E, Integer> numbers = new EnumMap<>(type);
        given.forEach((key, value) ->
                numbers.put(Enum.valueOf(type, Fields.constant(key)), Integer.valueOf(value.toString())));
        return numbers;
    }

    /** Those keys that are of this type; {@code present} is a base and a count at once. */
    private <E extends Enum<E>> Map<E, Integer> numbersOf(Class<E> type) {
        Map<E, Integer> numbers = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            given.forEach((key, value) -> {
                if (each.name().equals(Fields.constant(key))) {
                    numbers.put(each, Integer.valueOf(value.toString()));
                }
            });
        }
        return numbers;
    }
}
