package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A source with its text, cut into clauses, and what became of each. */
public record SourceDetail(
        UUID id,
        int version,
        String kind,
        @Nullable String kindName,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String leader,
        String body,
        Triage triage,
        @Nullable String triageReason,
        String officer,
        Instant registeredAt,
        List<Piece> pieces,
        List<ItemRow> items,
        List<ItemDetail.Proof> files,
        List<SourceStep> steps,
        boolean mayCut) {

    /** How many clauses nobody has answered yet, text between clauses not counted. */
    public long openClauses() {
        return pieces.stream().filter(piece -> "OPEN".equals(piece.cover())).count();
    }

    public long clauses() {
        return pieces.stream().filter(piece -> piece.clauseId() != null).count();
    }

    /**
     * A stretch of the text: a clause, or what lies between clauses.
     *
     * @param start in code points
     * @param cover OPEN, ITEM, COVERED or NONE; null between clauses
     * @param itemState of the item that answers it
     */
    public record Piece(
            int start,
            String text,
            @Nullable UUID clauseId,
            @Nullable String cover,
            @Nullable UUID itemId,
            @Nullable String itemReference,
            @Nullable ItemState itemState,
            @Nullable String reason) {

        public boolean isBlank() {
            return text.isBlank();
        }
    }
}
