package org.luoshi.worktime.core;

import java.time.LocalDate;

/** A day the office has set for itself, with the paper it rests on. */
public record LocalDay(LocalDate date, DayKind kind, String name, String source) {}
