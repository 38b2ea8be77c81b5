package org.luoshi.ledger.tables;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.TextTable;
import org.springframework.stereotype.Component;

/** The sheet beside the list that says when and by whom it was written, what may be edited, and what happens with it afterwards. */
@Component
class TableNotes {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int RULES = 8;

    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;

    TableNotes(Texts texts, ZoneId zone, Clock clock) {
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    TextTable sheet(ItemFilter filter, List<TableColumn> columns, Locale language, Actor actor) {
        List<List<String>> lines = new ArrayList<>();
        add(lines, language, "at", AT.format(clock.instant().atZone(zone)));
        add(lines, language, "by", actor.name());
        add(
                lines,
                language,
                "view",
                texts.get(language, "ledger.view." + filter.view().name()));
        if (filter.asOf() != null) {
            add(lines, language, "as-of", filter.asOf().toString());
            add(lines, language, "closed", texts.get(language, "ledger.tables.notes.past"));
            return sheet(lines, language);
        }
        add(lines, language, "open", names(columns, true, language));
        add(lines, language, "closed", names(columns, false, language));
        for (int rule = 1; rule <= RULES; rule++) {
            lines.add(List.of(Integer.toString(rule), texts.get(language, "ledger.tables.rule." + rule)));
        }
        return sheet(lines, language);
    }

    private TextTable sheet(List<List<String>> lines, Locale language) {
        return new TextTable(
                texts.get(language, "ledger.tables.notes"),
                List.of(
                        new TextTable.Column(
                                texts.get(language, "ledger.tables.notes.about"), 18, TextTable.Look.TO_READ),
                        new TextTable.Column(
                                texts.get(language, "ledger.tables.notes.says"), 90, TextTable.Look.TO_READ)),
                lines.stream());
    }

    private void add(List<List<String>> lines, Locale language, String about, String says) {
        lines.add(List.of(texts.get(language, "ledger.tables.notes." + about), says));
    }

    private String names(List<TableColumn> columns, boolean open, Locale language) {
        return columns.stream()
                .filter(column -> (column.field() != null) == open && column != TableColumn.MARKS)
                .map(column -> texts.get(language, column.textKey()))
                .collect(Collectors.joining("、"));
    }
}
