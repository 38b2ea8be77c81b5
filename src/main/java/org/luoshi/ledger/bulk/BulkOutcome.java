package org.luoshi.ledger.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;

/** What became of a bulk step. */
public record BulkOutcome(UUID id, BulkAction action, String person, Instant at, List<Line> lines) {

    /**
     * What became of one item or unit of it.
     *
     * @param refusal code of the reason why it was not done; null when it was
     */
    public record Line(
            UUID itemId,
            String reference,
            String title,
            @Nullable String unit,
            @Nullable String refusal,
            Map<String, String> details) {

        /** The refusal as the single step would have told it; null when it was done. */
        public @Nullable BusinessException why() {
            return refusal == null ? null : new BusinessException(new Told(refusal), Map.copyOf(details));
        }
    }

    /** A code that was written down. */
    private record Told(String code) implements ErrorCode {

        @Override
        public Kind kind() {
            return Kind.RULE_VIOLATED;
        }
    }

    public long done() {
        return lines.stream().filter(line -> line.refusal() == null).count();
    }

    public long refused() {
        return lines.size() - done();
    }
}
