package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the list of sources, with how much of it is answered. */
public record SourceRow(
        UUID id,
        String kind,
        @Nullable String kindName,
        String title,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String leaderName,
        Triage triage,
        Instant registeredAt,
        int clauses,
        int openClauses,
        int items,
        int openItems) {}
