package org.luoshi.ledger.web;

import org.jspecify.annotations.Nullable;

/** A class of limit as the settings page shows it. */
public record LimitRow(String code, @Nullable String name, int amount, String unit, boolean active) {}
