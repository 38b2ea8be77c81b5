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

    /** The light a page shows beside it while there is still time. */
    public String light() {
        return light;
    }

    /** True where the unit owes an answer or a confirmation. */
    public boolean isOwed() {
        return this == SILENT || this == TO_CONFIRM;
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
