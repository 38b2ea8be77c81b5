package org.luoshi.meetings.web;

import java.util.Arrays;
import java.util.List;
import org.luoshi.meetings.invitation.NamedPerson;
import org.luoshi.meetings.invitation.RankClass;

/** One person as typed on a receipt. */
public record MeetingReceiptRow(
        String name, String title, String telephone, String rank, String insteadOf, String insteadReason) {

    static final MeetingReceiptRow BLANK = new MeetingReceiptRow("", "", "", RankClass.HEAD.name(), "", "");

    static MeetingReceiptRow of(NamedPerson person) {
        return new MeetingReceiptRow(
                person.name(),
                person.title(),
                person.telephone(),
                person.rank().name(),
                person.insteadOf(),
                person.insteadReason());
    }

    boolean isBlank() {
        return List.of(name, title, telephone, insteadOf, insteadReason).stream()
                .allMatch(String::isBlank);
    }

    /** What cannot be chosen counts as the lowest. */
    NamedPerson toPerson() {
        RankClass chosen = Arrays.stream(RankClass.values())
                .filter(one -> one.name().equals(rank))
                .findFirst()
                .orElse(RankClass.OTHER);
        return new NamedPerson(name, title, telephone, chosen, insteadOf, insteadReason);
    }
}
