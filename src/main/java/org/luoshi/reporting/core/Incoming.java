package org.luoshi.reporting.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;

/**
 * A report as somebody hands it in.
 *
 * @param place the key of the unit it is about; 0 where {@code code} says it
 * @param code the official code of the unit, where a program or a file says it so
 * @param zero the signed statement that there is nothing; then {@code values} is empty
 * @param values as typed, by code of field; {@code ?} stands for "not known yet"
 * @param signer who answers for it, by name
 * @param sender whose account sends it; null for a link or a file of a unit without account, which must carry {@code place}
 * @param seenRevision the revision that is corrected or continued; 0 for the first report
 * @param reason why it is corrected; wanted when figures that were known change
 * @param last whether it is the final report of the period
 */
public record Incoming(
        long place,
        @Nullable String code,
        boolean zero,
        Map<String, String> values,
        String signer,
        @Nullable Actor sender,
        Channel channel,
        int seenRevision,
        @Nullable String reason,
        boolean last) {

    public static final String UNKNOWN = "?";
}
