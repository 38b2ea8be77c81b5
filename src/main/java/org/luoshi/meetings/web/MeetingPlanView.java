package org.luoshi.meetings.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.plan.MeetingPlanLine;

/**
 * The plan of a year beside what came of it.
 *
 * @param meetings those that lines became, by id
 * @param unplanned approved or held this year without a line
 */
public record MeetingPlanView(
        int year,
        List<MeetingPlanLine> lines,
        Map<UUID, Meeting> meetings,
        Map<String, MeetingKind> kinds,
        int unplanned,
        boolean keeper) {

    public long proposed() {
        return lines.stream().filter(line -> line.meetingId() != null).count();
    }
}
