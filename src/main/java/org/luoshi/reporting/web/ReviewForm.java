package org.luoshi.reporting.web;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.review.NewReview;
import org.luoshi.reporting.review.ReviewError;
import org.luoshi.reporting.review.ReviewKind;

/** What was typed beside one report. */
public record ReviewForm(
        @Nullable String revision,
        @Nullable String kind,
        @Nullable String words) {

    public static final ReviewForm EMPTY = new ReviewForm(null, null, null);

    public String typed() {
        return words == null ? "" : words;
    }

    /** A kind that no button sends is told like words that are missing. */
    NewReview toReview(long place) {
        ReviewKind said = Arrays.stream(ReviewKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> ReviewError.WORDS_MISSING.with(Map.of("field", "words")));
        return new NewReview(place, FormTyped.version(revision), said, typed());
    }
}
