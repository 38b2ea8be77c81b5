package org.luoshi.study.core;

import java.util.List;

/**
 * The dry run of an import: nothing is written yet.
 *
 * @param text the rows as they were read, to be sent back with the confirmation
 */
public record StudyImportPlan(String text, List<StudyImportRow> rows) {

    public long count(StudyImportRow.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public boolean hasNew() {
        return count(StudyImportRow.State.NEW) > 0;
    }
}
