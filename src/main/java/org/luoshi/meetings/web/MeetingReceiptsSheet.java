package org.luoshi.meetings.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.invitation.ReceiptFigures.ReceiptCounts;
import org.luoshi.meetings.invitation.ReceiptLine;
import org.luoshi.meetings.invitation.ReceiptState;

/**
 * A page of the receipts of a meeting.
 *
 * @param state which are shown; null for all
 * @param at number of the page, from 0
 * @param pages how many there are
 */
public record MeetingReceiptsSheet(
        Meeting meeting,
        ReceiptCounts counts,
        @Nullable ReceiptState state,
        List<ReceiptLine> lines,
        int at,
        int pages,
        boolean prepares) {

    private static final int SIZE = 100;

    public MeetingReceiptsSheet {
        lines = List.copyOf(lines);
    }

    static MeetingReceiptsSheet of(
            Meeting meeting,
            ReceiptCounts counts,
            @Nullable ReceiptState state,
            List<ReceiptLine> all,
            int wanted,
            boolean prepares) {
        List<ReceiptLine> chosen = all.stream()
                .filter(line -> state == null || line.state() == state)
                .toList();
        int pages = Math.max(1, (chosen.size() + SIZE - 1) / SIZE);
        int at = Math.min(wanted, pages - 1);
        return new MeetingReceiptsSheet(
                meeting,
                counts,
                state,
                chosen.subList(at * SIZE, Math.min(chosen.size(), (at + 1) * SIZE)),
                at,
                pages,
                prepares);
    }

    /** True where units can still be urged and answers taken. */
    public boolean isOpen() {
        return prepares && meeting.state() == MeetingState.PLANNED && meeting.noticed() > 0;
    }

    /** True for a unit that owes an answer or a confirmation. */
    public boolean owes(ReceiptLine line) {
        return isOpen() && line.state().isOwed();
    }
}
