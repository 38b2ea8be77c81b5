package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.luoshi.spreadsheets.SheetRow;

/** One row of a table, by meaning instead of by column. */
final class ImportCells {

    private static final Pattern NOTE = Pattern.compile("^(?:注|说明|填表|合计|总计|审核|联系|备注|填报).*");
    private static final Pattern ENUMERATION =
            Pattern.compile("^(?:\\d{1,3}[.．、](?!\\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)])\\s*");
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_ITEM_TITLE = 500;

    private final int row;
    private final Map<ImportMeaning, String> texts;
    private final String section;
    private final String groupText;
    private final ImportNames leads;
    private final ImportNames supporting;

    private ImportCells(int row, Map<ImportMeaning, String> texts, String section, String groupText) {
        this.row = row;
        this.texts = texts;
        this.section = section;
        this.groupText = groupText;
        this.leads = ImportNames.of(text(ImportMeaning.LEAD));
        this.supporting = ImportNames.of(text(ImportMeaning.CO));
    }

    /** The rows with content; those that only name a group give their text to the rows below them. */
    static List<ImportCells> of(ImportedTable table, ImportChoices choices) {
        List<ImportCells> all = new ArrayList<>();
        String group = "";
        for (SheetRow sheetRow : table.body()) {
            Map<ImportMeaning, String> texts = byMeaning(sheetRow, choices);
            boolean saysNothing = texts.keySet().stream().allMatch(meaning -> isFrame(meaning));
            if (sheetRow.isBlank() || isHeadingAgain(sheetRow, table)) {
                continue;
            }
            String alone = aloneIn(sheetRow, choices);
            if (!alone.isEmpty()) {
                group = NOTE.matcher(alone).matches() ? group : alone;
                all.add(new ImportCells(sheetRow.number(), Map.of(), "", alone));
            } else if (!saysNothing) {
                String own = texts.getOrDefault(ImportMeaning.SECTION, "");
                all.add(new ImportCells(sheetRow.number(), texts, own.isEmpty() ? group : own, ""));
            }
        }
        return all;
    }

    /** What a merged cell or a printed form repeats on rows without a matter. */
    private static boolean isFrame(ImportMeaning meaning) {
        return meaning == ImportMeaning.NUMBER || meaning == ImportMeaning.SECTION || meaning == ImportMeaning.IGNORE;
    }

    private static Map<ImportMeaning, String> byMeaning(SheetRow row, ImportChoices choices) {
        Map<ImportMeaning, Set<String>> found = new EnumMap<>(ImportMeaning.class);
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.cell(i).strip();
            if (!text.isEmpty()) {
                found.computeIfAbsent(choices.meaning(i), unused -> new LinkedHashSet<>())
                        .add(text);
            }
        }
        Map<ImportMeaning, String> texts = new EnumMap<>(ImportMeaning.class);
        found.forEach((meaning, parts) -> {
            boolean units = meaning == ImportMeaning.LEAD || meaning == ImportMeaning.CO;
            boolean sections = meaning == ImportMeaning.SECTION;
            texts.put(meaning, String.join(units ? "、" : sections ? " " : "\n", parts));
        });
        return texts;
    }

    private static boolean isHeadingAgain(SheetRow row, ImportedTable table) {
        long same = table.columns().stream()
                .filter(column -> !column.heading().isEmpty())
                .filter(column -> column.heading().equals(ImportedTable.oneLine(row.cell(column.index()))))
                .count();
        return same >= 2;
    }

    /** One text across the row, or alone in a column that is no matter's: 一、经济工作. */
    private static String aloneIn(SheetRow row, ImportChoices choices) {
        List<String> texts = row.cells().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        boolean one = !texts.isEmpty() && texts.stream().distinct().count() == 1;
        if (!one || texts.get(0).matches("\\d+")) {
            return "";
        }
        int column = 0;
        while (row.cell(column).isBlank()) {
            column++;
        }
        ImportMeaning meaning = choices.meaning(column);
        boolean merged = texts.size() > 1;
        boolean frame = meaning == ImportMeaning.NUMBER || meaning == ImportMeaning.IGNORE;
        return merged || frame || NOTE.matcher(texts.get(0)).matches() ? texts.get(0) : "";
    }

    int row() {
        return row;
    }

    boolean isGroup() {
        return !groupText.isEmpty();
    }

    String groupText() {
        return groupText;
    }

    String section() {
        return section;
    }

    String text(ImportMeaning meaning) {
        return texts.getOrDefault(meaning, "");
    }

    List<String> leads() {
        return leads.leads();
    }

    List<String> supporting() {
        Set<String> all = new LinkedHashSet<>(leads.supporting());
        all.addAll(supporting.leads());
        all.addAll(supporting.supporting());
        return new ArrayList<>(all);
    }

    List<String> names() {
        return Stream.concat(leads().stream(), supporting().stream()).distinct().toList();
    }

    boolean hasOpenNames() {
        return leads.open() || supporting.open();
    }

    /** What is to be done in full. */
    String task() {
        String task = text(ImportMeaning.TASK);
        return task.isEmpty() ? text(ImportMeaning.TITLE) : task;
    }

    /** The table's own title, or the first sentence of the task, cut at a comma where it is long. */
    String title() {
        String title = ImportedTable.oneLine(text(ImportMeaning.TITLE));
        if (!title.isEmpty()) {
            return title.length() <= LONGEST_ITEM_TITLE ? title : title.substring(0, LONGEST_ITEM_TITLE - 1) + "…";
        }
        String task = ENUMERATION
                .matcher(ImportedTable.oneLine(text(ImportMeaning.TASK)))
                .replaceFirst("");
        String sentence = task.split("[。；;]", 2)[0];
        if (sentence.codePointCount(0, sentence.length()) <= LONGEST_TITLE) {
            return sentence;
        }
        String start = sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_TITLE - 1));
        int comma = Math.max(start.lastIndexOf('，'), start.lastIndexOf(','));
        return (comma > LONGEST_TITLE / 3 ? start.substring(0, comma) : start) + "…";
    }
}
