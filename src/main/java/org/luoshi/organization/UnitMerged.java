package org.luoshi.organization;

import java.time.LocalDate;
import java.util.UUID;

/** A unit ended and its work went to another. Rooms move what is still open; what is closed stays where it was. */
public record UnitMerged(UUID unitId, UUID intoId, LocalDate on) {}
