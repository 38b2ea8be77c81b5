package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.platform.Texts;
import org.springframework.stereotype.Component;

/** The words in which a table is kept: content of the office, in the language of the office. */
@Component
class ImportTexts {

    private static final List<ImportMeaning> REPORTED =
            List.of(ImportMeaning.PROGRESS, ImportMeaning.PROBLEMS, ImportMeaning.NEXT);
    private static final List<ImportMeaning> NOTED = List.of(
            ImportMeaning.SOURCE,
            ImportMeaning.LEADER,
            ImportMeaning.ISSUED_ON,
            ImportMeaning.STATE,
            ImportMeaning.REMARK);

    private final Texts texts;

    ImportTexts(Texts texts) {
        this.texts = texts;
    }

    String jointLead() {
        return texts.get(Texts.SIMPLIFIED, "ledger.import.joint-lead");
    }

    String acceptedWith() {
        return texts.get(Texts.SIMPLIFIED, "ledger.import.report-accepted");
    }

    /** What was done, what is in the way and what comes next, each named where there is more than the first. */
    String progress(ImportCells cells) {
        List<String> parts = named(cells, REPORTED);
        boolean onlyProgress =
                parts.size() == 1 && !cells.text(ImportMeaning.PROGRESS).isEmpty();
        return onlyProgress ? cells.text(ImportMeaning.PROGRESS) : String.join("\n", parts);
    }

    String notes(ImportCells cells) {
        return String.join("；", named(cells, NOTED));
    }

    private List<String> named(ImportCells cells, List<ImportMeaning> meanings) {
        List<String> parts = new ArrayList<>();
        for (ImportMeaning meaning : meanings) {
            String text = cells.text(meaning);
            if (!text.isEmpty()) {
                parts.add(named(meaning, text));
            }
        }
        return parts;
    }

    private String named(ImportMeaning meaning, String text) {
        return texts.get(Texts.SIMPLIFIED, "ledger.import.meaning." + meaning.name()) + "：" + text;
    }

    /** One row as it stands in the text of the source. */
    String line(int place, ImportRow row) {
        List<String> parts = new ArrayList<>();
        if (!row.leads().isEmpty()) {
            parts.add(named(ImportMeaning.LEAD, String.join("、", row.leads())));
        }
        if (!row.supporting().isEmpty()) {
            parts.add(named(ImportMeaning.CO, String.join("、", row.supporting())));
        }
        if (!row.limit().written().isEmpty()) {
            parts.add(named(ImportMeaning.LIMIT, row.limit().written()));
        }
        if (!row.notes().isEmpty()) {
            parts.add(row.notes());
        }
        String number = row.number().isEmpty() ? Integer.toString(place) : row.number();
        String rest = parts.isEmpty() ? "" : "（" + String.join("；", parts) + "）";
        return ImportedTable.oneLine(number + ". " + row.task() + rest);
    }
}
