package org.luoshi.meetings.invitation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;

/**
 * A unit in the overview of the office.
 *
 * @param receipt null while it is silent
 * @param late the day to answer by is over
 * @param contact whom to telephone; null where nobody is known
 */
public record ReceiptLine(
        Unit unit,
        int seats,
        String who,
        ReceiptState state,
        @Nullable MeetingReceipt receipt,
        List<Attendee> people,
        boolean late,
        @Nullable Person contact) {

    public ReceiptLine {
        people = List.copyOf(people);
    }

    /** The light a page shows beside its state. */
    public String light() {
        return late && state.isOwed() ? "late" : state.light();
    }
}
