package org.luoshi.reporting.offline;

import java.time.Instant;
import java.util.List;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;

/**
 * The answer to a form that was taken.
 *
 * @param again it was taken before; this is the answer of then
 * @param warnings texts of rules that are broken but not binding
 */
public record OfflineReceipt(
        OpenRound open,
        Place place,
        String fullName,
        String signer,
        Instant at,
        int revision,
        boolean again,
        List<String> warnings) {}
