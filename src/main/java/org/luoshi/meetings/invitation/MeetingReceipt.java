package org.luoshi.meetings.invitation;

import java.time.Instant;
import java.util.UUID;

/**
 * A unit's answer as it stands.
 *
 * @param stale came over from another meeting and was not confirmed since
 * @param reason why nobody comes
 * @param onBehalf the office wrote it down, as after a telephone call
 */
public record MeetingReceipt(
        UUID meetingId,
        UUID unitId,
        int noticeNumber,
        boolean stale,
        boolean coming,
        String reason,
        boolean onBehalf,
        UUID answeredBy,
        Instant answeredAt) {

    /** True where it answers what the newest notice still says. */
    public boolean holds(MeetingNotice newest) {
        return !stale && noticeNumber >= newest.answersFrom();
    }
}
