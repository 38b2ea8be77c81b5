package org.luoshi.obligations;

import java.time.Instant;
import java.util.UUID;

/**
 * How a due instant has come about.
 *
 * @param number how often it was changed; 0: it is the original one
 * @param at since when it stands
 */
public record DueRevision(UUID obligationId, int number, Instant at) {}
