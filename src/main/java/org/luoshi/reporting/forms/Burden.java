package org.luoshi.reporting.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.luoshi.reporting.core.Regime;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** Reckons what reporting costs one unit: minutes of the fields, times the periods of each month. */
@Component
class Burden {

    private final DictionaryQueries dictionary;
    private final WorktimeApi worktime;

    Burden(DictionaryQueries dictionary, WorktimeApi worktime) {
        this.dictionary = dictionary;
        this.worktime = worktime;
    }

    /** What one period costs one unit. */
    BigDecimal minutes(List<FormVersionView.ChosenField> fields) {
        Map<String, BigDecimal> minutes = dictionary.all().stream()
                .collect(Collectors.toMap(
                        field -> field.says().code(), field -> field.says().minutes()));
        return fields.stream()
                .map(field -> minutes.getOrDefault(field.code(), BigDecimal.ONE))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How often it asks in each month, the first month first. */
    Map<YearMonth, Integer> periods(Regime regime) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        for (LocalDate day = regime.firstDay(); !day.isAfter(regime.end()); day = day.plusDays(1)) {
            if (regime.rhythm().asksOn(day, regime.firstDay(), worktime::isWorkingDay)) {
                months.merge(YearMonth.from(day), 1, Integer::sum);
            }
        }
        return months;
    }
}
