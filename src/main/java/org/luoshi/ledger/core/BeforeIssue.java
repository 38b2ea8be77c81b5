package org.luoshi.ledger.core;

import java.util.UUID;

/** A part of the ledger that may refuse to send an item, in the step's transaction. */
public interface BeforeIssue {

    /** Throws the refusal. {@code input} carries the reason, where the officer gave one. */
    void check(UUID itemId, StepInput input);
}
