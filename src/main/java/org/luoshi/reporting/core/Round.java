package org.luoshi.reporting.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One period of a regime: when it falls due and by which version of the form. */
public record Round(int regime, LocalDate period, Instant due, UUID formId, int number) {}
