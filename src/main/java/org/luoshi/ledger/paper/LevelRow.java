package org.luoshi.ledger.paper;

import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LevelSetting;

/**
 * A level on the page of the levels.
 *
 * @param holds what holds today
 * @param typed what stands in the fields
 * @param refusal why what was typed was not taken
 */
public record LevelRow(
        LevelSetting holds, LevelForm typed, @Nullable String refusal) {}
