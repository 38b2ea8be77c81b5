package org.luoshi.ledger.core;

import org.jspecify.annotations.Nullable;

/** A kind of source or a class of limit that may be chosen; {@code name} is null for the built-in ones, whose names are in the bundles. */
public record LedgerChoice(String code, @Nullable String name) {}
