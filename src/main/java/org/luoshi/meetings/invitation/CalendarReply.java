package org.luoshi.meetings.invitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar program answers to an invitation (iTIP, RFC 5546).
 *
 * @param sequence of the invitation that was answered
 * @param people the attendees it names; the first is who answers
 * @param comment words of who answers; empty where there are none
 */
public record CalendarReply(String uid, int sequence, List<Answer> people, String comment) {

    public CalendarReply {
        people = List.copyOf(people);
    }

    /**
     * One attendee of a reply.
     *
     * @param name as the program shows them; empty where it says none
     * @param address without {@code mailto:}, lower case
     * @param participation as {@code ACCEPTED}
     * @param delegatedTo address of the substitute; null where there is none
     * @param isDelegate they came in as somebody's substitute
     */
    public record Answer(
            String name,
            String address,
            String participation,
            @Nullable String delegatedTo,
            boolean isDelegate) {

        String nameOrAddress() {
            return name.isEmpty() ? address : name;
        }
    }
}
