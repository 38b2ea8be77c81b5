package org.luoshi.intake.extraction;

import java.time.LocalDate;

/** Counts working days by a calendar that somebody keeps. */
@FunctionalInterface
public interface WorkingDays {
    /** The day this many working days after that day. */
    LocalDate plus(LocalDate day, int workingDays);
}
