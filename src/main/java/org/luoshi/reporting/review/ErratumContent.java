package org.luoshi.reporting.review;

import java.util.List;

/**
 * What an erratum says: the figures of the bulletin's place before and after, and unit by unit why.
 *
 * @param was as the bulletin, or the last erratum to it, had it
 * @param count all changes; {@code changes} holds the first of them
 */
public record ErratumContent(BulletinPart was, BulletinPart is, int count, List<BulletinChange> changes) {}
