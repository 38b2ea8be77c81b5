package org.luoshi.meetings.invitation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.MeetingWords;

/**
 * What the preparer adds to a notice; each may be empty.
 *
 * @param reportBy until when units answer; null for no day of its own
 * @param askAgain receipts that are there have to be confirmed once more
 */
public record NoticeWords(
        String agenda,
        String dress,
        String materials,
        String contact,
        String telephone,
        String words,
        @Nullable Instant reportBy,
        boolean askAgain) {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 300;

    /** Nothing but what the meeting itself says. */
    public static NoticeWords none() {
        return new NoticeWords("", "", "", "", "", "", null, false);
    }

    /** Without blanks around them; refused where one is too long. */
    NoticeWords checked() {
        return new NoticeWords(
                MeetingWords.optional("agenda", agenda, LONGEST_TEXT),
                MeetingWords.optional("dress", dress, LONGEST_LINE),
                MeetingWords.optional("materials", materials, LONGEST_LINE),
                MeetingWords.optional("contact", contact, LONGEST_LINE),
                MeetingWords.optional("telephone", telephone, LONGEST_LINE),
                MeetingWords.optional("words", words, LONGEST_TEXT),
                reportBy,
                askAgain);
    }

    String all() {
        return String.join("\n", agenda, dress, materials, contact, telephone, words);
    }
}
