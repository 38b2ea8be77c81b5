package org.luoshi.study.core;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The year's hours entry by entry, with the columns that the import reads. */
@Component
@Transactional(readOnly = true)
public class StudyHoursExport {

    private final StudyHoursQueries queries;
    private final StudyHoursTable table;
    private final StudyConversions conversions;

    StudyHoursExport(StudyHoursQueries queries, StudyHoursTable table, StudyConversions conversions) {
        this.queries = queries;
        this.table = table;
        this.conversions = conversions;
    }

    public List<String> head() {
        return table.head();
    }

    /** Person by person in the official order: what was attended, what was made up, what was studied elsewhere. */
    public Stream<List<String>> entries(StudyPlace place, Actor actor) {
        List<StudyUnit> units = conversions.all();
        String hour = word(units, StudyUnit.HOUR);
        List<List<String>> lines = new ArrayList<>();
        for (StudyHoursRow row : queries.table(place, actor)) {
            StudyHoursPerson person = queries.person(place, row.personId(), actor);
            Stream.concat(person.attended().stream(), person.madeUp().stream())
                    .forEach(one -> lines.add(List.of(
                            row.name(),
                            one.title(),
                            one.day().toString(),
                            one.hours().toPlainString(),
                            hour,
                            place.branchName(),
                            table.kind(false))));
            person.elsewhere()
                    .forEach(one -> lines.add(List.of(
                            row.name(),
                            one.title(),
                            one.day().toString(),
                            one.amount().toPlainString(),
                            word(units, one.unit()),
                            one.platform(),
                            table.kind(one.course()))));
        }
        return lines.stream();
    }

    private static String word(List<StudyUnit> units, String key) {
        return units.stream()
                .filter(unit -> unit.key().equals(key))
                .map(unit -> unit.words().get(0))
                .findFirst()
                .orElse(key);
    }
}
