package org.luoshi.reporting.core;

/** What a level said about the revision that stands, as the table of obligations has it. */
public final class ReviewMark {

    public static final short NONE = 0;
    public static final short CONFIRMED = 1;
    public static final short QUESTIONED = 2;

    private ReviewMark() {}
}
