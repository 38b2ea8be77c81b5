package org.luoshi.reporting.review;

/**
 * A bulletin that one unit's report went into.
 *
 * @param changed whether the unit said something else after it, or after the last erratum to it
 */
public record BulletinOfReport(Bulletin bulletin, boolean changed) {}
