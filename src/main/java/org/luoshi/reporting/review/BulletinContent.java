package org.luoshi.reporting.review;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a bulletin as of a batch.
 *
 * @param all the place itself
 * @param parts what lies directly below it, in the official order
 * @param missing full names of the units that had not reported, the first of them
 * @param revisions a digest over which revision of each unit was used
 * @param beforePeriod the period it is compared with; null where there was none
 */
public record BulletinContent(
        BulletinPart all,
        List<BulletinPart> parts,
        List<String> missing,
        String revisions,
        @Nullable LocalDate beforePeriod,
        @Nullable BulletinPart before) {

    /** Names may change in the tree; figures and revisions may not. */
    boolean saysTheSame(BulletinContent other) {
        return nameless(all).equals(nameless(other.all))
                && parts.stream()
                        .map(BulletinContent::nameless)
                        .toList()
                        .equals(other.parts.stream()
                                .map(BulletinContent::nameless)
                                .toList())
                && missing.size() == other.missing.size()
                && revisions.equals(other.revisions)
                && (before == null
                        ? other.before == null
                        : other.before != null && nameless(before).equals(nameless(other.before)));
    }

    private static BulletinPart nameless(BulletinPart part) {
        return part.named("");
    }
}
