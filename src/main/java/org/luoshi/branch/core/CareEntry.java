package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.UUID;

/** One thing that was done for somebody, in the words of who did it. */
public record CareEntry(UUID caseId, CareKind kind, LocalDate onDay, String words, UUID notedBy) {}
