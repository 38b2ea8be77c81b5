package org.luoshi.meetings.invitation;

import org.jspecify.annotations.Nullable;

/** What is known of a unit, in the order in which somebody telephones. */
public enum ReceiptState {
    SILENT("soon"),
    TO_CONFIRM("soon"),
    COMES("ok"),
    DECLINES("done");

    private final String light;

    ReceiptState(String light) {
        this.light = light;
    }

    /** The light a page shows beside it. */
    public String light() {
        return light;
    }

    static ReceiptState of(@Nullable MeetingReceipt receipt, @Nullable MeetingNotice newest) {
        if (receipt == null || newest == null) {
            return SILENT;
        }
        if (!receipt.holds(newest)) {
            return TO_CONFIRM;
        }
        return receipt.coming() ? COMES : DECLINES;
    }
}
