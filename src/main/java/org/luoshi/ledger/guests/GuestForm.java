package org.luoshi.ledger.guests;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A workbook for one unit that was just made: the only time that its token is known. */
public record GuestForm(UUID id, String token, String unit, LocalDate until, List<GuestTask> tasks) {}
