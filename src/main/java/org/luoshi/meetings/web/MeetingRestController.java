package org.luoshi.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingFilter;
import org.luoshi.meetings.core.MeetingList;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRule;
import org.luoshi.meetings.core.MeetingRuleChecks;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.MeetingState;
import org.luoshi.meetings.core.MeetingView;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Meetings from proposal to record, for programs. */
@Tag(name = "Meetings")
@RestController
@RequestMapping("/api/v1/meetings")
class MeetingRestController {

    private final MeetingService service;
    private final MeetingQueries queries;
    private final MeetingRuleChecks checks;

    MeetingRestController(MeetingService service, MeetingQueries queries, MeetingRuleChecks checks) {
        this.service = service;
        this.queries = queries;
        this.checks = checks;
    }

    /** A proposal; see {@link Meeting} for units. Where no owner is named, who proposes it answers for it. */
    record MeetingBody(
            @NotBlank String kind,
            @NotBlank String title,
            @NotBlank String purpose,
            @NotNull Audience audience,
            boolean comprehensive,
            boolean principalsRequired,
            boolean discussion,
            @Nullable UUID ownerId,
            @Nullable UUID chairId,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank String place,
            @Min(1) @Max(NewMeeting.MOST_PEOPLE) int expectedPeople,
            @Min(0) int travelMinutes,
            @Nullable String approvalReference,
            @Nullable String reasonGiven) {

        NewMeeting toMeeting(UUID writer) {
            return new NewMeeting(
                    kind,
                    title,
                    purpose,
                    audience,
                    comprehensive,
                    principalsRequired,
                    discussion,
                    ownerId == null ? writer : ownerId,
                    chairId,
                    startsAt,
                    endsAt,
                    place,
                    expectedPeople,
                    travelMinutes,
                    MeetingTyped.text(approvalReference),
                    MeetingTyped.text(reasonGiven));
        }
    }

    /** A meeting with its state. */
    record MeetingAnswerBody(MeetingState state, long peopleMinutes, Meeting meeting) {

        static MeetingAnswerBody of(Meeting meeting) {
            return new MeetingAnswerBody(meeting.state(), meeting.peopleMinutes(), meeting);
        }
    }

    /** One page of a list. */
    record MeetingListBody(
            List<MeetingAnswerBody> meetings, @Nullable String next) {}

    /** What a rule says. */
    record VerdictBody(
            String rule,
            MeetingRule.Strength strength,
            MeetingRule.Verdict verdict,
            @Nullable Long measured) {}

    /** A reason that is kept and told. */
    record ReasonBody(@NotBlank String reason) {}

    /** The meeting with which this one is held together. */
    record MergerBody(@NotNull UUID into) {}

    /** That it took place. */
    record HeldBody(
            @Min(1) @Max(NewMeeting.MOST_PEOPLE) int people,
            @Min(1) int minutes) {}

    @Operation(summary = "Meetings that the caller may see, fifty at a time")
    @GetMapping
    MeetingListBody meetings(
            @RequestParam(defaultValue = "ALL") MeetingView view,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @CurrentActor Actor actor) {
        MeetingList list = queries.list(new MeetingFilter(view, kind, text, from, to, after), actor);
        return new MeetingListBody(
                list.meetings().stream().map(MeetingAnswerBody::of).toList(), list.next());
    }

    @Operation(summary = "One meeting")
    @GetMapping("/{id}")
    MeetingAnswerBody meeting(@PathVariable UUID id, @CurrentActor Actor actor) {
        return MeetingAnswerBody.of(queries.require(id, actor));
    }

    @Operation(summary = "What the rules about calling meetings say of it")
    @GetMapping("/{id}/rules")
    List<VerdictBody> meetingRules(@PathVariable UUID id, @CurrentActor Actor actor) {
        return checks.of(queries.require(id, actor)).stream()
                .map(one -> new VerdictBody(one.rule().id(), one.rule().strength(), one.verdict(), one.measured()))
                .toList();
    }

    @Operation(summary = "Propose a meeting, as a draft")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MeetingAnswerBody proposeMeeting(@Valid @RequestBody MeetingBody body, @CurrentActor Actor actor) {
        return meeting(service.propose(body.toMeeting(actor.personId()), actor), actor);
    }

    @Operation(summary = "Change a draft; version is the one that was seen")
    @PutMapping("/{id}")
    MeetingAnswerBody changeMeeting(
            @PathVariable UUID id,
            @RequestParam int version,
            @Valid @RequestBody MeetingBody body,
            @CurrentActor Actor actor) {
        service.change(id, version, body.toMeeting(actor.personId()), actor);
        return meeting(id, actor);
    }

    @Operation(summary = "Ask for approval")
    @PostMapping("/{id}/submission")
    MeetingAnswerBody submitMeeting(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.submit(id, actor);
        return meeting(id, actor);
    }

    @Operation(summary = "Approve what somebody else submitted")
    @PostMapping("/{id}/approval")
    MeetingAnswerBody approveMeeting(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.approve(id, actor);
        return meeting(id, actor);
    }

    @Operation(summary = "Return a proposal with a reason")
    @PostMapping("/{id}/return")
    MeetingAnswerBody returnMeeting(
            @PathVariable UUID id, @Valid @RequestBody ReasonBody body, @CurrentActor Actor actor) {
        service.returnBack(id, body.reason(), actor);
        return meeting(id, actor);
    }

    @Operation(summary = "Call a meeting off with a reason")
    @PostMapping("/{id}/cancellation")
    MeetingAnswerBody cancelMeeting(
            @PathVariable UUID id, @Valid @RequestBody ReasonBody body, @CurrentActor Actor actor) {
        service.cancel(id, body.reason(), actor);
        return meeting(id, actor);
    }

    @Operation(summary = "Hold a meeting together with another one")
    @PostMapping("/{id}/merger")
    MeetingAnswerBody mergeMeeting(
            @PathVariable UUID id, @Valid @RequestBody MergerBody body, @CurrentActor Actor actor) {
        service.merge(id, body.into(), actor);
        return meeting(id, actor);
    }

    @Operation(summary = "Record that it took place")
    @PostMapping("/{id}/record")
    MeetingAnswerBody holdMeeting(@PathVariable UUID id, @Valid @RequestBody HeldBody body, @CurrentActor Actor actor) {
        service.hold(id, body.people(), body.minutes(), actor);
        return meeting(id, actor);
    }
}
