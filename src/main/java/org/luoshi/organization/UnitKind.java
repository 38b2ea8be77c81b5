package org.luoshi.organization;

/** What a unit is to this office; an AREA is an administrative division of the country. */
public enum UnitKind {
    OFFICE,
    DIVISION,
    UNIT,
    GUEST,
    AREA
}
