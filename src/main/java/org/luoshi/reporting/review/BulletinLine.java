package org.luoshi.reporting.review;

import java.util.List;

/**
 * A bulletin in the list.
 *
 * @param changes what was said after it, or after the last erratum to it
 */
public record BulletinLine(Bulletin bulletin, int changes, List<Erratum> errata) {}
