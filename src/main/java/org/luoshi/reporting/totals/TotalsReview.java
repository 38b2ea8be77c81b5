package org.luoshi.reporting.totals;

import java.time.Instant;

/** What a level said about a revision. */
public record TotalsReview(int revision, String kind, String words, String byName, Instant at) {}
