package org.luoshi.ledger.figures;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the figures.
 *
 * @param units only these; null: all
 * @param kind code of a kind of source; null: all
 * @param leaderPostId null: all
 * @param limitClass code of a class of limit, empty for items with a day of their own; null: all
 * @param asOf as the ledger stood at that instant; null: as it stands
 */
public record FiguresQuestion(
        FiguresPeriod period,
        FigureGrouping grouping,
        @Nullable Set<UUID> units,
        @Nullable String kind,
        @Nullable UUID leaderPostId,
        @Nullable String limitClass,
        @Nullable Instant asOf) {

    static FiguresQuestion of(FiguresPeriod period, FigureGrouping grouping) {
        return new FiguresQuestion(period, grouping, null, null, null, null, null);
    }

    FiguresQuestion within(@Nullable Set<UUID> only) {
        return new FiguresQuestion(period, grouping, only, kind, leaderPostId, limitClass, asOf);
    }

    FiguresQuestion by(FigureGrouping other) {
        return new FiguresQuestion(period, other, units, kind, leaderPostId, limitClass, asOf);
    }
}
