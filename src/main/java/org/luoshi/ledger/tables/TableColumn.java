package org.luoshi.ledger.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemField;
import org.luoshi.platform.Texts;
import org.luoshi.spreadsheets.TextTable;

/** What a list says about an item, column by column. The letter stands for the column in the marks of a row and never changes. */
public enum TableColumn {
    NUMBER('n', 16),
    TITLE('t', 44, ItemField.TITLE),
    STATE('s', 10),
    LIGHT('l', 12),
    LEAD('e', 18, ItemField.LEAD),
    CO('c', 28, ItemField.CO_UNITS),
    DUTY('d', 32, ItemField.CO_UNITS),
    POINTS('p', 44, ItemField.POINTS),
    LIMIT('i', 12, ItemField.LIMIT),
    /** Why a limit is to be moved: only written by people. */
    REASON('r', 24, ItemField.LIMIT),
    ORIGINAL_LIMIT('o', 12),
    CYCLE('y', 10, ItemField.CYCLE),
    OFFICER('f', 12, ItemField.OFFICER),
    LABEL('b', 14, ItemField.LABEL),
    FORECAST('a', 12, ItemField.FORECAST),
    PARENT('u', 18, ItemField.PARENT),
    SOURCE_KIND('k', 12),
    SOURCE_TITLE('j', 30),
    SOURCE_NUMBER('m', 16),
    LEADER('h', 12),
    LATEST_REPORT('g', 40),
    LAST_ACTIVITY('z', 12),
    ID('1', 20),
    VERSION('2', 10),
    /** What each cell was when the file was written, so that only cells that somebody touched count. */
    MARKS('3', 10);

    private static final List<TableColumn> ALWAYS = List.of(ID, VERSION, MARKS);

    private final char letter;
    private final int width;
    private final @Nullable ItemField field;

    TableColumn(char letter, int width) {
        this(letter, width, null);
    }

    TableColumn(char letter, int width, @Nullable ItemField field) {
        this.letter = letter;
        this.width = width;
        this.field = field;
    }

    /** All that people read, in the order of the sheet. */
    public static List<TableColumn> readable() {
        return Arrays.stream(values())
                .filter(column -> !ALWAYS.contains(column))
                .toList();
    }

    /** These, in this order, and those without which a file would not be known again. */
    static List<TableColumn> complete(List<TableColumn> wanted) {
        List<TableColumn> columns = new java.util.ArrayList<>(wanted.isEmpty() ? readable() : wanted);
        columns.removeAll(ALWAYS);
        columns.addAll(ALWAYS);
        return columns.stream().distinct().toList();
    }

    char letter() {
        return letter;
    }

    /** What editing the column changes; null where it is only to be read. */
    @Nullable
    ItemField field() {
        return field;
    }

    boolean isDate() {
        return this == LIMIT || this == ORIGINAL_LIMIT || this == FORECAST || this == LAST_ACTIVITY;
    }

    /** True for what says something about the item: not the marks of the file, and not the reason that people add. */
    boolean isMarked() {
        return !ALWAYS.contains(this) && this != REASON;
    }

    /** False for what turns by itself while nobody does anything. */
    boolean tellsChanges() {
        return isMarked() && this != LIGHT && this != LAST_ACTIVITY;
    }

    public String textKey() {
        return "ledger.tables.column." + name();
    }

    TextTable.Column heading(Texts texts, Locale locale) {
        TextTable.Look look =
                this == MARKS ? TextTable.Look.HIDDEN : field == null ? TextTable.Look.TO_READ : TextTable.Look.OPEN;
        return new TextTable.Column(texts.get(locale, textKey()), width, look);
    }
}
