package org.luoshi.meetings.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.invitation.MeetingNotice;
import org.luoshi.meetings.invitation.MeetingNoticeQueries.InvitedLine;

/**
 * What stands on the page of a notice.
 *
 * @param versions newest first
 * @param shown the one that is looked at; null before the first
 * @param ownUnit the viewer's unit, if it is invited
 */
public record MeetingNoticeSheet(
        Meeting meeting,
        List<MeetingNotice> versions,
        @Nullable MeetingNotice shown,
        List<InvitedLine> invited,
        boolean prepares,
        @Nullable UUID ownUnit) {

    public MeetingNoticeSheet {
        versions = List.copyOf(versions);
        invited = List.copyOf(invited);
    }

    /** True where it can still be sent and changed. */
    public boolean isOpen() {
        return prepares && meeting.state() == MeetingState.PLANNED;
    }

    public boolean isNewest() {
        return shown != null && shown.number() == versions.get(0).number();
    }

    /** What is another one than in the version before the one that is shown. */
    public Set<MeetingNotice.Change> changes() {
        MeetingNotice notice = shown;
        if (notice == null) {
            return Set.of();
        }
        return versions.stream()
                .filter(one -> one.number() == notice.number() - 1)
                .findFirst()
                .map(notice::changesSince)
                .orElse(Set.of());
    }

    public int seats() {
        return invited.stream().mapToInt(InvitedLine::seats).sum();
    }
}
