package org.luoshi.meetings.figures;

import java.time.Instant;
import java.util.UUID;

/**
 * Figures as they were when somebody used them.
 *
 * @param usedIn the briefing or paper that quotes them
 * @param content the set as text; its SHA-256 is {@code hash}
 */
public record FrozenFigures(
        UUID id, String usedIn, Instant frozenAt, UUID frozenBy, FigureSet set, String hash, boolean unaltered) {}
