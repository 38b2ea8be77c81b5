package org.luoshi.meetings.invitation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Audience;

/**
 * A version of a notice as it was sent.
 *
 * @param chair the name; empty where there is none yet
 * @param reason why there is a new version; empty for one that the preparer sent without more
 * @param sequence the calendar number of the meeting when it was sent
 * @param answersFrom receipts of this version and later ones still hold
 */
public record MeetingNotice(
        UUID meetingId,
        int number,
        String title,
        Instant startsAt,
        Instant endsAt,
        String place,
        String chair,
        Audience audience,
        String agenda,
        String dress,
        String materials,
        String contact,
        String telephone,
        String words,
        @Nullable Instant reportBy,
        String reason,
        int sequence,
        int answersFrom,
        UUID sentBy,
        Instant sentAt) {

    /** What can differ between two versions so that people must know. */
    public enum Change {
        TITLE,
        TIME,
        PLACE,
        CHAIR,
        AUDIENCE,
        WORDS
    }

    /** What is another one than in the version before. */
    public Set<Change> changesSince(MeetingNotice before) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        note(changes, Change.TITLE, title.equals(before.title));
        note(changes, Change.TIME, startsAt.equals(before.startsAt) && endsAt.equals(before.endsAt));
        note(changes, Change.PLACE, place.equals(before.place));
        note(changes, Change.CHAIR, chair.equals(before.chair));
        note(changes, Change.AUDIENCE, audience == before.audience);
        note(changes, Change.WORDS, wordsOf().equals(before.wordsOf()));
        return changes;
    }

    private static void note(Set<Change> changes, Change change, boolean same) {
        if (!same) {
            changes.add(change);
        }
    }

    /** What the preparer had written into it. */
    public NoticeWords wordsOf() {
        return new NoticeWords(agenda, dress, materials, contact, telephone, words, reportBy, false);
    }

    /** By when a unit has to have answered: the day that was given, else when it begins. */
    public Instant due() {
        return reportBy == null ? startsAt : reportBy;
    }
}
