package org.luoshi.meetings.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting from its proposal to its record.
 *
 * @param principalsRequired the heads of the units below are asked to come in person
 * @param discussion it has group discussion
 * @param unitId the unit that calls it
 * @param ownerId who answers for its preparation
 * @param expectedPeople heads, in the room and at all sites together
 * @param travelMinutes of one person there and back, on average
 * @param approvalReference paper by which somebody above allowed it; empty where there is none
 * @param reasonGiven why it is held although a rule that is generally kept speaks against it; empty where none does
 * @param noticed number of the newest notice that was sent; 0 before
 * @param sequence grows with each change of time or place, for calendars
 */
public record Meeting(
        UUID id,
        int version,
        String kind,
        String title,
        String purpose,
        Audience audience,
        boolean comprehensive,
        boolean principalsRequired,
        boolean discussion,
        UUID unitId,
        UUID ownerId,
        @Nullable UUID chairId,
        Instant startsAt,
        Instant endsAt,
        String place,
        int expectedPeople,
        int travelMinutes,
        String approvalReference,
        String reasonGiven,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID submittedBy,
        @Nullable Instant submittedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String returnedReason,
        int noticed,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledReason,
        @Nullable UUID mergedInto,
        @Nullable Instant heldAt,
        @Nullable UUID heldBy,
        @Nullable Integer actualPeople,
        @Nullable Integer actualMinutes,
        int sequence,
        Instant changedAt) {

    public MeetingState state() {
        if (mergedInto != null) {
            return MeetingState.MERGED;
        }
        if (cancelledAt != null) {
            return MeetingState.CANCELLED;
        }
        if (heldAt != null) {
            return MeetingState.HELD;
        }
        if (approvedAt != null) {
            return MeetingState.PLANNED;
        }
        return submittedAt == null ? MeetingState.DRAFT : MeetingState.SUBMITTED;
    }

    public boolean isOpenFor(MeetingStep step) {
        return step.isOpenIn(state());
    }

    /** The day on which it begins, in the office's zone. */
    public LocalDate day(ZoneId zone) {
        return startsAt.atZone(zone).toLocalDate();
    }

    public int minutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }

    /** What it costs in minutes of people: everybody's time there and on the way. */
    public long peopleMinutes() {
        return (long) expectedPeople * (minutes() + travelMinutes);
    }

    /** A meeting that nobody proposed yet, to ask what the rules would say. */
    public static Meeting asked(NewMeeting asked, UUID personId, Instant now) {
        return new Meeting(
                new UUID(0, 0),
                0,
                asked.kind(),
                asked.title(),
                asked.purpose(),
                asked.audience(),
                asked.comprehensive(),
                asked.principalsRequired(),
                asked.discussion(),
                new UUID(0, 0),
                asked.ownerId(),
                asked.chairId(),
                asked.startsAt(),
                asked.endsAt(),
                asked.place(),
                asked.expectedPeople(),
                asked.travelMinutes(),
                asked.approvalReference(),
                asked.reasonGiven(),
                personId,
                now,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                now);
    }

    /** The same meeting as it would be after a move. */
    public Meeting moved(MoveMeeting move) {
        return new Meeting(
                id,
                version,
                kind,
                title,
                purpose,
                move.audience(),
                comprehensive,
                principalsRequired,
                discussion,
                unitId,
                ownerId,
                move.chairId(),
                move.startsAt(),
                move.endsAt(),
                move.place(),
                expectedPeople,
                travelMinutes,
                approvalReference,
                reasonGiven,
                proposedBy,
                proposedAt,
                submittedBy,
                submittedAt,
                approvedBy,
                approvedAt,
                returnedReason,
                noticed,
                cancelledAt,
                cancelledReason,
                mergedInto,
                heldAt,
                heldBy,
                actualPeople,
                actualMinutes,
                sequence,
                changedAt);
    }
}
