package org.luoshi.reporting.review;

/**
 * A review as somebody makes it.
 *
 * @param place the unit whose report it is about
 * @param seenRevision the revision that was looked at
 * @param words the reason of a question or the note; may be empty for a confirmation
 */
public record NewReview(long place, int seenRevision, ReviewKind kind, String words) {}
