package org.luoshi.reporting.core;

/** What a field holds. */
public enum FieldKind {
    WHOLE,
    DECIMAL,
    TEXT,
    CHOICE,
    YES_NO,
    DATE;

    /** Whether it is added up over units; nothing else is. */
    public boolean isNumber() {
        return this == WHOLE || this == DECIMAL;
    }
}
