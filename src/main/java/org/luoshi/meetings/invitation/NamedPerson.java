package org.luoshi.meetings.invitation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.MeetingWords;

/**
 * Somebody whom a unit names on its receipt.
 *
 * @param insteadOf name of the one in whose place they come; empty for nobody's
 */
public record NamedPerson(
        String name, String title, String telephone, RankClass rank, String insteadOf, String insteadReason) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 300;

    /** As an attendee was put down. */
    public static NamedPerson of(Attendee attendee) {
        return new NamedPerson(
                attendee.name(),
                attendee.title(),
                text(attendee.telephone()),
                RankClass.of(attendee.rank()),
                text(attendee.substituteFor()),
                text(attendee.substituteReason()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Without blanks around anything; refused with the number of the line in the field. */
    NamedPerson checked(int line) {
        NamedPerson checked = new NamedPerson(
                MeetingWords.require("name-" + line, name, LONGEST_NAME),
                MeetingWords.optional("title-" + line, title, LONGEST_LINE),
                MeetingWords.optional("telephone-" + line, telephone, LONGEST_NAME),
                rank,
                MeetingWords.optional("insteadOf-" + line, insteadOf, LONGEST_NAME),
                MeetingWords.optional("insteadReason-" + line, insteadReason, LONGEST_LINE));
        if (!checked.insteadOf.isEmpty() && checked.insteadReason.isEmpty()) {
            throw InvitationError.SUBSTITUTE_REASON.with(
                    Map.of("field", "insteadReason-" + line, "name", checked.name));
        }
        if (checked.insteadOf.equals(checked.name)) {
            throw InvitationError.INSTEAD_OF_ONESELF.with(Map.of("field", "insteadOf-" + line, "name", checked.name));
        }
        return checked;
    }

    String all() {
        return String.join("\n", name, title, telephone, insteadOf, insteadReason);
    }
}
