package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.WrittenName;
import org.luoshi.platform.NameToDecide;

/**
 * The dry run: what filing would make, with a message per row.
 *
 * @param earlier the filing of the very same file, if there was one
 */
public record ImportDryRun(
        UUID id,
        int version,
        String fileName,
        ImportChoices choices,
        List<ImportRow> rows,
        List<WrittenName> names,
        @Nullable Earlier earlier) {

    /** By whom and when the same file was brought in before. */
    public record Earlier(String by, Instant at, int items) {}

    public List<ImportRow> items() {
        return rows.stream().filter(ImportRow::isItem).toList();
    }

    public long errors() {
        return rows.stream().filter(ImportRow::hasErrors).count();
    }

    public long warnings() {
        return rows.stream().filter(ImportRow::hasWarnings).count();
    }

    /** Names that a person should look at. */
    public List<NameToDecide> namesToSee() {
        return names.stream()
                .filter(name -> !name.certain())
                .map(WrittenName::toDecide)
                .toList();
    }

    public List<NameToDecide> namesKnown() {
        return names.stream()
                .filter(WrittenName::certain)
                .map(WrittenName::toDecide)
                .toList();
    }

    public long undecided() {
        return names.stream().filter(name -> !name.isDecided()).count();
    }

    public long newUnits() {
        return names.stream()
                .filter(WrittenName::isNew)
                .map(WrittenName::unitName)
                .distinct()
                .count();
    }

    public boolean isFileable() {
        return errors() == 0 && !items().isEmpty() && (earlier == null || choices.again());
    }

    void requireFileable() {
        if (earlier != null && !choices.again()) {
            throw ImportError.FILED_BEFORE.with(
                    Map.of("by", earlier.by(), "at", earlier.at().toString()));
        }
        if (errors() > 0) {
            throw ImportError.ROWS_WITH_ERRORS.with(Map.of("count", errors()));
        }
        if (items().isEmpty()) {
            throw ImportError.NOTHING_TO_FILE.plain();
        }
    }
}
