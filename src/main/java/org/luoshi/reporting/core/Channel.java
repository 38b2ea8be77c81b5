package org.luoshi.reporting.core;

/** How a report came in. */
public enum Channel {
    PAGE(1),
    PROGRAM(2),
    BULK(3),
    LINK(4),
    FILE(5);

    private final short code;

    Channel(int code) {
        this.code = (short) code;
    }

    /** As the table has it. */
    public short code() {
        return code;
    }
}
