package org.luoshi.meetings.web;

import java.util.List;
import org.luoshi.meetings.core.KindLimits.OfficeLimit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.core.RuleResult;

/**
 * The answer to "may I hold this meeting?".
 *
 * @param sameDay what else is held on that day
 * @param workingDay whether it lies on a working day
 */
public record MeetingAnswer(
        Meeting meeting,
        MeetingKind kind,
        List<RuleResult> checks,
        List<OfficeLimit> limits,
        List<Meeting> sameDay,
        boolean workingDay) {

    public boolean isRefused() {
        return checks.stream().anyMatch(RuleResult::refuses);
    }

    public boolean wantsReason() {
        return checks.stream().anyMatch(RuleResult::wantsReason);
    }
}
