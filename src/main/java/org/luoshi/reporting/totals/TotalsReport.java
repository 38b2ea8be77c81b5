package org.luoshi.reporting.totals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.ReportState;

/**
 * One unit's obligation of one round with everything that was sent and said about it.
 *
 * @param asked whether the unit owes anything in this round
 * @param review 0 not looked at, 1 confirmed, 2 questioned; of the revision that stands
 * @param revisions newest first
 * @param senders names by the ids in the revisions
 * @param reviews newest first
 */
public record TotalsReport(
        Place place,
        String fullName,
        boolean asked,
        ReportState state,
        int review,
        List<TotalsRevision> revisions,
        Map<UUID, String> senders,
        List<TotalsReview> reviews) {}
