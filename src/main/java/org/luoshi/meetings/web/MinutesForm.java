package org.luoshi.meetings.web;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.meetings.after.MeetingDecision;
import org.luoshi.meetings.after.Minutes;
import org.luoshi.meetings.after.MinutesError;
import org.luoshi.meetings.after.MinutesView;
import org.luoshi.meetings.after.WrittenMinutes;
import org.springframework.util.MultiValueMap;

/**
 * Minutes as typed.
 *
 * @param rows decisions, with some empty ones to write more into
 */
public record MinutesForm(
        String version, String number, String present, String absent, String body, List<DecisionRow> rows) {

    private static final int EMPTY_ROWS = 3;
    private static final int MOST_ROWS = 200;

    public MinutesForm {
        rows = List.copyOf(rows);
    }

    /** A decision as typed. */
    public record DecisionRow(
            int number, String text, String requirement, boolean handed, String lead, String co, String due) {}

    static MinutesForm of(MinutesView view) {
        Minutes minutes = view.minutes();
        List<DecisionRow> rows = new ArrayList<>();
        for (MeetingDecision one : view.decisions()) {
            rows.add(new DecisionRow(
                    rows.size() + 1,
                    one.text(),
                    one.requirement(),
                    one.handed(),
                    view.unit(one.leadUnit()),
                    view.units(one.coUnits()),
                    one.due() == null ? "" : one.due().toString()));
        }
        return new MinutesForm(
                minutes == null ? "0" : String.valueOf(minutes.version()),
                minutes == null ? "" : minutes.number(),
                minutes == null ? view.presentProposed() : minutes.present(),
                minutes == null ? "" : minutes.absent(),
                minutes == null ? "" : minutes.body(),
                withEmpty(rows));
    }

    private static List<DecisionRow> withEmpty(List<DecisionRow> rows) {
        List<DecisionRow> all = new ArrayList<>(rows);
        for (int n = 0; n < EMPTY_ROWS; n++) {
            all.add(new DecisionRow(all.size() + 1, "", "", true, "", "", ""));
        }
        return all;
    }

    static MinutesForm read(MultiValueMap<String, String> form) {
        List<DecisionRow> rows = new ArrayList<>();
        for (int n = 1; n <= MOST_ROWS && form.containsKey("decision" + n); n++) {
            rows.add(new DecisionRow(
                    n,
                    MeetingTyped.text(form.getFirst("decision" + n)),
                    MeetingTyped.text(form.getFirst("requirement" + n)),
                    !"noted".equals(form.getFirst("becomes" + n)),
                    MeetingTyped.text(form.getFirst("lead" + n)),
                    MeetingTyped.text(form.getFirst("co" + n)),
                    MeetingTyped.text(form.getFirst("due" + n))));
        }
        return new MinutesForm(
                MeetingTyped.text(form.getFirst("version")),
                MeetingTyped.text(form.getFirst("number")),
                MeetingTyped.text(form.getFirst("present")),
                MeetingTyped.text(form.getFirst("absent")),
                MeetingTyped.text(form.getFirst("body")),
                rows);
    }

    WrittenMinutes toMinutes(MeetingUnits units) {
        return new WrittenMinutes(
                MeetingTyped.version(version),
                number,
                present,
                absent,
                body,
                rows.stream()
                        .filter(row -> !row.text().isEmpty())
                        .map(row -> new WrittenMinutes.WrittenDecision(
                                row.text(),
                                row.requirement(),
                                row.handed(),
                                row.handed()
                                        ? units.one("lead" + row.number(), row.lead(), MinutesError.UNIT_UNCLEAR)
                                        : null,
                                row.handed()
                                        ? units.read("co" + row.number(), row.co(), MinutesError.UNIT_UNCLEAR)
                                        : List.of(),
                                row.handed() ? MeetingTyped.dayOrNull("due" + row.number(), row.due()) : null))
                        .toList());
    }
}
