package org.luoshi.obligations;

import java.time.LocalDate;

/** How many open obligations fall due on one day. */
public record DayLoad(LocalDate day, int count) {}
