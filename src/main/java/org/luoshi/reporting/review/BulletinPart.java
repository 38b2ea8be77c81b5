package org.luoshi.reporting.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a bulletin.
 *
 * @param place 0 for the whole tree
 * @param signer who signed, where it is a single report
 */
public record BulletinPart(
        long place,
        String name,
        int owed,
        int exempt,
        int reported,
        int zero,
        int late,
        @Nullable String signer,
        List<BulletinFigure> figures) {

    public int missing() {
        return Math.max(0, owed - reported);
    }

    public Optional<BulletinFigure> figure(String code) {
        return figures.stream().filter(figure -> figure.code().equals(code)).findFirst();
    }

    /** Reported without a word on this field, which was not required. */
    public int unsaid(BulletinFigure figure) {
        return reported - figure.known() - figure.unknown();
    }

    BulletinPart named(String other) {
        return new BulletinPart(place, other, owed, exempt, reported, zero, late, signer, figures);
    }
}
