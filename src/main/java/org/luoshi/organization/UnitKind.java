package org.luoshi.organization;

/** What a unit is to this office. */
public enum UnitKind {
    OFFICE,
    DIVISION,
    UNIT,
    GUEST
}
