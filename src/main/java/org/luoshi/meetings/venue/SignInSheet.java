package org.luoshi.meetings.venue;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Meeting;

/**
 * The people of one unit, to sign beside their names.
 *
 * @param unitId zeros for those of no unit
 * @param unit its name; empty for no unit
 */
public record SignInSheet(UUID unitId, String unit, List<Attendee> people) {

    static final UUID NO_UNIT = new UUID(0, 0);

    public SignInSheet {
        people = List.copyOf(people);
    }

    /** What is printed on it. */
    String words(Meeting meeting) {
        return people.stream()
                .map(one -> one.name() + " " + one.title())
                .collect(Collectors.joining("\n", heading(meeting), ""));
    }

    static String heading(Meeting meeting) {
        return meeting.title() + "\n" + meeting.startsAt() + "\n" + meeting.place() + "\n";
    }
}
