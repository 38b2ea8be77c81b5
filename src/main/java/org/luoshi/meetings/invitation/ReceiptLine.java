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
 * @param contact whom to telephone; null where nobody is known
 */
public record ReceiptLine(
        Unit unit,
        int seats,
        String who,
        ReceiptState state,
        @Nullable MeetingReceipt receipt,
        List<Attendee> people,
        @Nullable Person contact) {

    public ReceiptLine {
        people = List.copyOf(people);
    }

    /** 张三、李四 with whom they come for. */
    public String names() {
        return String.join("、", people.stream().map(Attendee::name).toList());
    }
}
