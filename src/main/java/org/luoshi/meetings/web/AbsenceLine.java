package org.luoshi.meetings.web;

import org.luoshi.meetings.preparation.Absence;

/** Somebody who is away, as this reader may see it. */
public record AbsenceLine(Absence absence, String name, boolean why, boolean mayEnd) {}
