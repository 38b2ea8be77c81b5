package org.luoshi.reporting.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.review.ReviewChoice;
import org.luoshi.reporting.review.ReviewPage;

/**
 * The list with what was refused in one of its rows.
 *
 * @param at the row that was refused; null for none
 * @param confirmed how many were confirmed with one click just now
 */
public record ReviewList(
        ReviewPage page,
        @Nullable Long at,
        ReviewForm form,
        Map<String, String> errors,
        @Nullable Integer confirmed,
        Instant shownAt) {

    public String address(ReviewChoice.Shown shown) {
        return page.scene().address("review", page.scene().node()) + "&show=" + shown;
    }

    /** Address of what is done to one report; it comes back to this list. */
    public String address(long unit) {
        return page.scene().address("review") + "/" + unit + "?place="
                + page.scene().node() + "&show=" + page.choice().shown() + "&after="
                + page.choice().after();
    }

    public boolean isAt(long unit) {
        return at != null && at == unit;
    }

    public Map<String, String> errors(long unit) {
        return isAt(unit) ? errors : Map.of();
    }

    public String typed(long unit) {
        return isAt(unit) ? form.typed() : "";
    }
}
