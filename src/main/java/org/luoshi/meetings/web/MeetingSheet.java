package org.luoshi.meetings.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.KindLimits.OfficeLimit;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingCard;
import org.luoshi.meetings.core.MeetingKind;
import org.luoshi.meetings.core.MeetingStep;
import org.luoshi.meetings.core.MergeHints.MergeHint;
import org.luoshi.meetings.core.RuleResult;

/**
 * Everything on the page of one meeting.
 *
 * @param names of everybody it names
 * @param mergeable other planned meetings it could be held with: all that are near, those of the hint first
 */
public record MeetingSheet(
        Meeting meeting,
        MeetingKind kind,
        String unit,
        Map<UUID, String> names,
        List<RuleResult> checks,
        List<OfficeLimit> limits,
        List<MergeHint> hints,
        List<Meeting> mergeable,
        @Nullable Meeting mergedInto,
        List<MeetingCard> cards,
        List<MeetingPast> past,
        boolean prepares,
        boolean approves) {

    public String name(@Nullable UUID personId) {
        return personId == null ? "—" : names.getOrDefault(personId, "—");
    }

    /** True where this step is open now and this person may take it. */
    public boolean may(MeetingStep step) {
        boolean decides = step == MeetingStep.APPROVE || step == MeetingStep.RETURN;
        return meeting.isOpenFor(step) && (decides ? approves : prepares);
    }
}
