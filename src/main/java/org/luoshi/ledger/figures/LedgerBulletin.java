package org.luoshi.ledger.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period bulletin, a draft or issued.
 *
 * @param sequence within the year; null while it is the draft of a first edition
 * @param correctsId the edition before
 * @param content frozen; null in a draft
 * @param fits whether the frozen set still has the hash and the number that the history noted when it was issued; true in a draft
 */
public record LedgerBulletin(
        UUID id,
        int version,
        @Nullable Integer year,
        @Nullable Integer sequence,
        int edition,
        @Nullable UUID correctsId,
        @Nullable UUID correctedById,
        @Nullable String reason,
        String title,
        FiguresPeriod period,
        List<FigureGrouping> groupings,
        Map<String, String> opinions,
        boolean scores,
        UUID drafterId,
        String drafter,
        Instant draftedAt,
        @Nullable String issuer,
        @Nullable Instant issuedAt,
        @Nullable FrozenContent content,
        @Nullable String hash,
        boolean fits) {

    /** The same with another finding about its set. */
    LedgerBulletin fitting(boolean really) {
        return new LedgerBulletin(
                id,
                version,
                year,
                sequence,
                edition,
                correctsId,
                correctedById,
                reason,
                title,
                period,
                groupings,
                opinions,
                scores,
                drafterId,
                drafter,
                draftedAt,
                issuer,
                issuedAt,
                content,
                hash,
                really);
    }

    /** As its history calls it: {@code 2026-3-1}. */
    static String number(int year, int sequence, int edition) {
        return year + "-" + sequence + "-" + edition;
    }

    String noted() {
        return year == null || sequence == null ? "" : number(year, sequence, edition);
    }

    public boolean isIssued() {
        return content != null;
    }

    public boolean has(FigureGrouping grouping) {
        return groupings.contains(grouping);
    }

    public String opinion(String section) {
        return opinions.getOrDefault(section, "");
    }
}
