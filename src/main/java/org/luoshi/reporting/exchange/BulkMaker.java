package org.luoshi.reporting.exchange;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.ReportForm;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;

/**
 * Makes reports of what the rows of one upload say.
 *
 * @param signer who answers for the rows that do not say it; empty for nobody
 */
public record BulkMaker(
        ReportForm form,
        String signer,
        Actor sender,
        Channel channel,
        ExchangeUnits units,
        FilesApi files,
        Set<String> seen) {

    private static final int MOST_SEEN = 10_000;

    public BulkMaker(
            ReportForm form, String signer, Actor sender, Channel channel, ExchangeUnits units, FilesApi files) {
        this(form, signer, sender, channel, units, files, new HashSet<>());
    }

    /** What one row says, as text. */
    record Said(
            String unit,
            boolean zero,
            Map<String, String> values,
            @Nullable String signer,
            int revision,
            @Nullable String reason,
            boolean last) {}

    BulkRow row(long number, Said said) {
        try {
            if (said.unit.isBlank()) {
                throw ExchangeError.ROW_WITHOUT_UNIT.plain();
            }
            ExchangeUnits.Named unit = units.named(said.unit);
            String by = said.signer == null || said.signer.isBlank() ? signer : said.signer;
            requireUnmarked(by);
            Incoming report = new Incoming(
                    unit.place(),
                    unit.code(),
                    said.zero,
                    said.values,
                    by,
                    sender,
                    channel,
                    said.revision,
                    said.reason,
                    said.last);
            return BulkRow.of(number, said.unit, report);
        } catch (BusinessException refusal) {
            return BulkRow.refused(number, said.unit, refusal);
        }
    }

    /** Few people sign many rows, so each name is looked at once. */
    private void requireUnmarked(String name) {
        if (seen.contains(name)) {
            return;
        }
        files.requireUnmarked(name);
        if (seen.size() < MOST_SEEN) {
            seen.add(name);
        }
    }
}
