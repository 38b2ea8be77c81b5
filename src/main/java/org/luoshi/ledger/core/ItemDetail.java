package org.luoshi.ledger.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/** Everything the page of one item shows, and what the viewer may do with it. */
public record ItemDetail(
        ItemRow item,
        @Nullable String officer,
        @Nullable String leader,
        @Nullable String label,
        @Nullable Integer cycleDay,
        @Nullable String limitClass,
        @Nullable LocalDate forecast,
        @Nullable Instant issuedAt,
        @Nullable Instant closedAt,
        @Nullable Instant revisitDue,
        @Nullable Boolean revisitDrawn,
        @Nullable Ending ending,
        @Nullable String endingReason,
        @Nullable Related mergedInto,
        @Nullable Related parent,
        @Nullable String overrideBy,
        @Nullable Instant overrideAt,
        List<String> derivation,
        List<Point> points,
        List<UnitPart> units,
        List<Report> reports,
        List<Request> requests,
        List<Notice> notices,
        List<DateChange> dates,
        List<Milestone> milestones,
        List<Related> related,
        List<Visit> visits,
        List<LeaderWord> leaderWords,
        List<Closing.Check> checklist,
        List<ItemStep> steps,
        boolean watching,
        @Nullable String fromPartner) {

    /** A point that wants its own evidence. {@code proofs} counts those in accepted reports. */
    public record Point(
            UUID id,
            String text,
            int proofs,
            int proofsWaiting,
            @Nullable String waived) {}

    /** One unit's part with its own light and clocks; {@code own} when the viewer works for that unit. */
    public record UnitPart(
            UUID id,
            int version,
            UUID unitId,
            String unit,
            Part part,
            @Nullable String duty,
            AssignmentState state,
            Light light,
            @Nullable Instant signDue,
            @Nullable Instant signedAt,
            Assignment.@Nullable SignAnswer signAnswer,
            @Nullable String signNote,
            @Nullable Instant disputeUntil,
            @Nullable Instant originalDue,
            @Nullable Instant due,
            @Nullable LocalDate forecast,
            @Nullable String helpNeeded,
            @Nullable String handledBy,
            @Nullable Instant stoppedAt,
            @Nullable String question,
            @Nullable String waivedReason,
            int feedbackCount,
            int returnedCount,
            @Nullable Instant nextFeedback,
            List<AssignmentStep> steps,
            boolean own,
            boolean mayReport,
            boolean mayAsk,
            List<NoticeLevel> mayUrge) {}

    /** A report as it concerns this item. */
    public record Report(
            UUID id,
            int version,
            UUID assignmentId,
            String unit,
            int number,
            FeedbackKind kind,
            FeedbackState state,
            TargetState target,
            String body,
            @Nullable LocalDate forecast,
            @Nullable String helpNeeded,
            String draftedBy,
            @Nullable String signedOffBy,
            @Nullable Instant submittedAt,
            boolean onBehalf,
            @Nullable ReportOrigin origin,
            @Nullable String rejectCode,
            @Nullable String note,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            int alsoServes,
            List<Proof> proofs,
            List<Difference> differences,
            List<FeedbackStep> steps) {}

    /** A piece of evidence. */
    public record Proof(
            @Nullable UUID pointId,
            @Nullable UUID fileId,
            @Nullable String fileName,
            @Nullable String words) {}

    /** A part of a text against the report before: {@code added}, {@code removed} or {@code same}. */
    public record Difference(String kind, String text) {}

    /** Somebody asked for a change of terms. */
    public record Request(
            UUID id,
            int version,
            RequestKind kind,
            RequestState state,
            String unit,
            String reason,
            @Nullable String progress,
            @Nullable LocalDate proposedDate,
            @Nullable Cycle proposedCycle,
            @Nullable String proposedUnit,
            @Nullable Ending ending,
            String askedBy,
            Instant askedAt,
            @Nullable String unitSignedBy,
            @Nullable String opinion,
            @Nullable String opinionBy,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionNote,
            @Nullable LocalDate grantedDate,
            List<RequestStep> steps) {}

    /** An urge or a supervision notice; {@code look} is how the office reads its level today. */
    public record Notice(
            UUID id,
            int version,
            NoticeLevel level,
            LevelSetting look,
            NoticeState state,
            UUID assignmentId,
            String unit,
            String text,
            String issuedBy,
            Instant issuedAt,
            @Nullable Instant answerDue,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            List<NoticeStep> steps) {}

    /** A due instant that was or now is. */
    public record DateChange(
            @Nullable String unit,
            String kind,
            @Nullable Instant before,
            @Nullable Instant after,
            @Nullable String reason,
            String decidedBy,
            Instant changedAt) {}

    /** A step on the way. */
    public record Milestone(
            UUID id, String title, Instant due, @Nullable Instant reachedAt) {}

    /** Another item and how it is related: CHILD, PARENT, DUPLICATE_OF, FOLLOWS, BLOCKS, RELAPSE_OF; a reversed one has {@code _BACK} behind it. */
    public record Related(UUID id, String reference, String title, String kind, ItemState state) {}

    /** A return visit. */
    public record Visit(String result, String findings, String person, Instant happenedAt, List<Proof> files) {}

    /** What the leader said about the reported result. */
    public record LeaderWord(boolean agreed, @Nullable String words, String person, Instant saidAt) {}
}
