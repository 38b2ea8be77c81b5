package org.luoshi.ledger.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit's name as the table writes it, and what is done about it.
 *
 * @param rows how many rows write it
 * @param certain the register has exactly this one
 * @param collective stands for many units (各有关部门)
 * @param decision {@code use:<id>}, {@code new}, {@code leave}, or empty while nobody has decided
 * @param unitName of the unit that is used, or of the new one
 */
public record ImportName(
        String written,
        int rows,
        boolean certain,
        boolean collective,
        List<Candidate> candidates,
        String decision,
        @Nullable UUID unitId,
        @Nullable String unitName) {

    /** A unit it may mean. */
    public record Candidate(UUID id, String name, int percent) {

        public String value() {
            return ImportChoices.USE + id;
        }
    }

    public boolean isDecided() {
        return !decision.isEmpty();
    }

    public boolean isNew() {
        return decision.equals(ImportChoices.NEW);
    }

    public boolean isLeftOut() {
        return decision.equals(ImportChoices.LEAVE);
    }
}
