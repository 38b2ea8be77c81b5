package org.luoshi.meetings.core;

/** How far down a meeting reaches: the office itself, units of the same level, then level by level. */
public enum Audience {
    OFFICE,
    CENTRAL,
    PROVINCE,
    CITY,
    COUNTY,
    TOWN;

    /** True where it goes straight to the grass roots, county level or below (domain/burden.md, B-16). */
    public boolean isGrassRoots() {
        return this == COUNTY || this == TOWN;
    }
}
