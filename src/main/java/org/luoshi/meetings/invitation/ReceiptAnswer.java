package org.luoshi.meetings.invitation;

import java.util.List;

/**
 * What a unit answers.
 *
 * @param noticeNumber the version of the notice that was read
 * @param reason why nobody comes; empty where somebody does
 */
public record ReceiptAnswer(int noticeNumber, boolean coming, String reason, List<NamedPerson> people) {

    public ReceiptAnswer {
        people = List.copyOf(people);
    }
}
