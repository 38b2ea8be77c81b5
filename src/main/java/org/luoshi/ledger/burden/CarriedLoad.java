package org.luoshi.ledger.burden;

import java.util.UUID;

/**
 * What a unit carries just now.
 *
 * @param open open items in which it still owes something
 * @param issuedThisMonth items sent to it since the first of the month
 * @param dueSoon all that it owes within 30 days, of every room
 * @param over with one more item it is above the office's ceiling
 */
public record CarriedLoad(
        UUID unitId, String unit, int open, int issuedThisMonth, int dueSoon, int overdue, boolean over) {}
