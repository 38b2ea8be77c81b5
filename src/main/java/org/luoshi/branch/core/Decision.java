package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was agreed: with an owner and a day it is a task on a desk, with an item it is followed up in the ledger. */
public record Decision(
        UUID id,
        UUID activityId,
        int number,
        String text,
        @Nullable UUID ownerId,
        @Nullable LocalDate due,
        @Nullable UUID itemId,
        @Nullable LocalDate doneOn,
        @Nullable String doneNote) {}
