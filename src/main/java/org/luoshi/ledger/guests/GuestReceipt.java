package org.luoshi.ledger.guests;

import java.time.Instant;

/**
 * What came of a returned workbook.
 *
 * @param reports how many reports were taken
 * @param signed how many parts were signed for
 * @param again it had been taken before, and nothing happened now
 */
public record GuestReceipt(String unit, String signer, Instant at, int reports, int signed, boolean again) {}
