package org.luoshi.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.Obligation;

/**
 * What the next digest will say if nothing changes until then.
 *
 * @param at when it is made
 * @param byMail false: mail is switched off and people read it in their inbox only
 * @param lastSweep when the sweep last ran to its end; null: never
 * @param lines one for each reminder, soonest first
 */
public record DigestPreview(
        Instant at, boolean byMail, @Nullable Instant lastSweep, List<Line> lines) {

    public int units() {
        return (int) lines.stream()
                .map(line -> line.obligation().unitId())
                .distinct()
                .count();
    }

    public int people() {
        return (int) lines.stream()
                .flatMap(line -> line.personIds().stream())
                .distinct()
                .count();
    }

    /** One reminder and who gets it; nobody where the seat is vacant. */
    public record Line(Obligation obligation, boolean overdue, List<UUID> personIds) {}
}
