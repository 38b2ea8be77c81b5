package org.luoshi.ledger.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table with what was found in it and what is proposed or decided about it.
 *
 * @param titles what stands above the headings
 * @param rows how many rows stand below them
 */
public record ImportProposal(
        UUID id,
        int version,
        String fileName,
        List<String> sheets,
        ImportChoices choices,
        List<String> titles,
        List<ImportHeading> columns,
        int rows,
        ImportDryRun.@Nullable Earlier earlier) {

    public ImportMeaning meaning(ImportHeading column) {
        return choices.meaning(column.index());
    }

    /** Columns in which something stands. */
    public List<ImportHeading> shownColumns() {
        return columns.stream().filter(column -> !column.isEmpty()).toList();
    }
}
