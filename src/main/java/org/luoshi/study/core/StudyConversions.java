package org.luoshi.study.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Fold;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a day, half a day or an hour is worth in class hours (E-05): shipped in {@code study/conversions.yaml}, changed by the office. */
@Component
public class StudyConversions {

    private static final java.util.UUID SCOPE = new java.util.UUID(0, 5);

    private final List<StudyUnit> shipped = new ArrayList<>();
    private final Map<String, String> keyByWord = new HashMap<>();
    private final JdbcClient jdbc;
    private final HistoryApi history;

    StudyConversions(JdbcClient jdbc, HistoryApi history) {
        this.jdbc = jdbc;
        this.history = history;
        StudyData.map(StudyData.read("conversions.yaml").get("units")).forEach((key, value) -> {
            Map<String, Object> unit = StudyData.map(value);
            BigDecimal hours = new BigDecimal(String.valueOf(unit.get("hours")));
            List<String> words = StudyData.words(unit.get("words"));
            shipped.add(new StudyUnit(key, hours, hours, words));
            words.forEach(word -> keyByWord.put(Fold.text(word), key));
        });
    }

    private record Own(String unit, BigDecimal hours) {}

    /** All units as they are worth now. */
    public List<StudyUnit> all() {
        Map<String, BigDecimal> own = new HashMap<>();
        jdbc.sql("select unit, hours from study.conversion")
                .query(Own.class)
                .list()
                .forEach(one -> own.put(one.unit(), one.hours()));
        return shipped.stream()
                .map(unit -> new StudyUnit(
                        unit.key(), own.getOrDefault(unit.key(), unit.hours()), unit.shipped(), unit.words()))
                .toList();
    }

    /** The unit that a word means; nothing written means class hours. */
    Optional<String> keyOf(String word) {
        return word.isBlank() ? Optional.of(StudyUnit.HOUR) : Optional.ofNullable(keyByWord.get(Fold.text(word)));
    }

    boolean knows(String key) {
        return shipped.stream().anyMatch(unit -> unit.key().equals(key));
    }

    /** Class hours with one decimal. */
    static BigDecimal hours(List<StudyUnit> units, String key, BigDecimal amount) {
        return units.stream()
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .map(unit -> unit.hours().multiply(amount).setScale(1, RoundingMode.HALF_UP))
                .orElseThrow(() -> StudyError.UNIT_UNKNOWN.with(Map.of("field", "unit", "unit", key)));
    }

    public static boolean mayChange(Actor actor) {
        return actor.has(Role.PARTY_AFFAIRS);
    }

    /** From now on one of this unit is worth so much; what was noted before stays. */
    @Transactional
    public void change(String key, BigDecimal hours, Actor actor) {
        if (!mayChange(actor)) {
            throw StudyError.NOT_YOURS.plain();
        }
        if (!knows(key)) {
            throw StudyError.UNIT_UNKNOWN.with(Map.of("field", key, "unit", key));
        }
        jdbc.sql("""
                insert into study.conversion (unit, hours) values (:unit, :hours)
                on conflict (unit) do update set hours = excluded.hours
                """).param("unit", key).param("hours", hours).update();
        history.record(
                new HistoryFact(SCOPE, "study.conversion", SCOPE, "changed", Map.of("unit", key, "hours", hours), null),
                actor);
    }
}
