package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a rule may ask about a person, from when to when. */
public record TraitSpan(
        UUID personId,
        Trait trait,
        LocalDate fromDay,
        @Nullable LocalDate toDay) implements Days {}
