package org.luoshi.notices;

import java.time.Instant;
import java.util.UUID;

/** An urge whose least gap has not passed yet: the unit is not urged again about the same subject before {@code nextPossible}. */
public record StandingUrge(UUID unitId, UUID subjectId, Instant nextPossible) {}
