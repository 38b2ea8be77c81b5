package org.luoshi.ledger.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryLine;
import org.luoshi.platform.Page;

/** What happened to a bulletin, in words. */
public record BulletinPast(
        Instant at, String text, String who, @Nullable String reason) {

    static List<BulletinPast> of(List<HistoryLine> lines, Page page) {
        return lines.stream()
                .map(line -> new BulletinPast(
                        line.happenedAt(),
                        page.tOrKey(line.textKey(), line.details()),
                        line.actorName(),
                        line.reason()))
                .toList();
    }
}
