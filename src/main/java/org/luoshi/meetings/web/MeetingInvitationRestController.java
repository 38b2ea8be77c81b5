package org.luoshi.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.invitation.InviteeService;
import org.luoshi.meetings.invitation.MeetingNotice;
import org.luoshi.meetings.invitation.MeetingNoticeQueries;
import org.luoshi.meetings.invitation.MeetingNoticeService;
import org.luoshi.meetings.invitation.MeetingReceipt;
import org.luoshi.meetings.invitation.NamedPerson;
import org.luoshi.meetings.invitation.NoticeWords;
import org.luoshi.meetings.invitation.RankClass;
import org.luoshi.meetings.invitation.ReceiptAnswer;
import org.luoshi.meetings.invitation.ReceiptLine;
import org.luoshi.meetings.invitation.ReceiptQueries;
import org.luoshi.meetings.invitation.ReceiptReplies;
import org.luoshi.meetings.invitation.ReceiptService;
import org.luoshi.meetings.invitation.ReceiptState;
import org.luoshi.meetings.invitation.ReceiptUrging;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices and receipts of a meeting, for programs. */
@Tag(name = "Meetings: notice and receipts")
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class MeetingInvitationRestController {

    private final MeetingNoticeQueries notices;
    private final MeetingNoticeService noticeService;
    private final InviteeService invitees;
    private final ReceiptQueries receipts;
    private final ReceiptService receiptService;
    private final ReceiptUrging urging;
    private final ReceiptReplies replies;

    MeetingInvitationRestController(
            MeetingNoticeQueries notices,
            MeetingNoticeService noticeService,
            InviteeService invitees,
            ReceiptQueries receipts,
            ReceiptService receiptService,
            ReceiptUrging urging,
            ReceiptReplies replies) {
        this.notices = notices;
        this.noticeService = noticeService;
        this.invitees = invitees;
        this.receipts = receipts;
        this.receiptService = receiptService;
        this.urging = urging;
        this.replies = replies;
    }

    /**
     * What is added to a notice.
     *
     * @param reportBy until when units answer; without it until the meeting begins
     * @param askAgain receipts that are there have to be confirmed
     */
    record MeetingNoticeBody(
            @Nullable String agenda,
            @Nullable String dress,
            @Nullable String materials,
            @Nullable String contact,
            @Nullable String telephone,
            @Nullable String words,
            @Nullable Instant reportBy,
            boolean askAgain) {

        NoticeWords toWords() {
            return new NoticeWords(
                    MeetingTyped.text(agenda),
                    MeetingTyped.text(dress),
                    MeetingTyped.text(materials),
                    MeetingTyped.text(contact),
                    MeetingTyped.text(telephone),
                    MeetingTyped.text(words),
                    reportBy,
                    askAgain);
        }
    }

    /** Units that are asked, each with the same quota. */
    record InvitedUnitsBody(
            @NotEmpty @Size(max = 3_000) List<@NotNull UUID> units,
            @Min(1) @Max(InviteeService.MOST_SEATS) int seats,
            @Nullable String who) {}

    /** A unit with its quota. */
    record InvitedUnitBody(UUID unit, String name, int seats, String who) {}

    /** Somebody who comes; in somebody's place with a reason. */
    record ReceiptPersonBody(
            @NotBlank String name,
            @Nullable String title,
            @Nullable String telephone,
            @NotNull RankClass rank,
            @Nullable String insteadOf,
            @Nullable String insteadReason) {

        NamedPerson toPerson() {
            return new NamedPerson(
                    name,
                    MeetingTyped.text(title),
                    MeetingTyped.text(telephone),
                    rank,
                    MeetingTyped.text(insteadOf),
                    MeetingTyped.text(insteadReason));
        }

        static ReceiptPersonBody of(Attendee attendee) {
            NamedPerson person = NamedPerson.of(attendee);
            return new ReceiptPersonBody(
                    person.name(),
                    person.title(),
                    person.telephone(),
                    person.rank(),
                    attendee.substituteFor(),
                    attendee.substituteReason());
        }
    }

    /**
     * A unit's answer.
     *
     * @param notice number of the notice that was read
     * @param reason why nobody comes
     */
    record ReceiptBody(
            @Min(1) int notice,
            boolean coming,
            @Nullable String reason,
            @Nullable @Size(max = 3_000) List<@Valid @NotNull ReceiptPersonBody> people) {}

    /** A unit's answer as it stands; without a receipt it has said nothing. */
    record ReceiptAnswerBody(
            UUID unit,
            String name,
            int seats,
            String who,
            ReceiptState state,
            @Nullable MeetingReceipt receipt,
            List<ReceiptPersonBody> people) {

        static ReceiptAnswerBody of(ReceiptLine line) {
            return new ReceiptAnswerBody(
                    line.unit().id(),
                    line.unit().name(),
                    line.seats(),
                    line.who(),
                    line.state(),
                    line.receipt(),
                    line.people().stream().map(ReceiptPersonBody::of).toList());
        }
    }

    /** Units to urge; without any, all that owe an answer. */
    record ReceiptUrgesBody(@Nullable List<@NotNull UUID> units) {}

    /**
     * What a calendar program answered.
     *
     * @param unit whose receipt it fills; without it found by who answers
     */
    record CalendarReplyBody(
            @NotBlank String text, @Nullable UUID unit) {}

    @Operation(summary = "All versions of the notice, newest first")
    @GetMapping("/notices")
    List<MeetingNotice> meetingNotices(@PathVariable UUID id, @CurrentActor Actor actor) {
        return notices.of(id, actor);
    }

    @Operation(summary = "Send the next version of the notice to all invited units")
    @PostMapping("/notices")
    @ResponseStatus(HttpStatus.CREATED)
    MeetingNotice sendMeetingNotice(
            @PathVariable UUID id, @Valid @RequestBody MeetingNoticeBody body, @CurrentActor Actor actor) {
        return noticeService.send(id, body.toWords(), actor);
    }

    @Operation(summary = "Invited units with their quota, in the official order")
    @GetMapping("/invited-units")
    List<InvitedUnitBody> invitedUnits(@PathVariable UUID id, @CurrentActor Actor actor) {
        return notices.invited(id, actor).stream()
                .map(line -> new InvitedUnitBody(line.unit().id(), line.unit().name(), line.seats(), line.who()))
                .toList();
    }

    @Operation(summary = "Invite units, or change their quota")
    @PutMapping("/invited-units")
    List<InvitedUnitBody> inviteUnits(
            @PathVariable UUID id, @Valid @RequestBody InvitedUnitsBody body, @CurrentActor Actor actor) {
        invitees.invite(id, body.units(), body.seats(), MeetingTyped.text(body.who()), actor);
        return invitedUnits(id, actor);
    }

    @Operation(summary = "Ask a unit no more; its receipt and the people it named are gone")
    @DeleteMapping("/invited-units/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void uninviteUnit(@PathVariable UUID id, @PathVariable UUID unit, @CurrentActor Actor actor) {
        invitees.uninvite(id, unit, actor);
    }

    @Operation(summary = "Receipts of all invited units, those first who have said nothing")
    @GetMapping("/receipts")
    List<ReceiptAnswerBody> meetingReceipts(@PathVariable UUID id, @CurrentActor Actor actor) {
        return receipts.lines(id, actor).stream().map(ReceiptAnswerBody::of).toList();
    }

    @Operation(summary = "The receipt of one unit")
    @GetMapping("/receipts/{unit}")
    ReceiptAnswerBody meetingReceipt(@PathVariable UUID id, @PathVariable UUID unit, @CurrentActor Actor actor) {
        return ReceiptAnswerBody.of(receipts.of(id, unit, actor).line());
    }

    @Operation(
            summary = "Answer for a unit, whole",
            description = "409 where a newer notice asks anew, or the meeting was called off, merged or held.")
    @PutMapping("/receipts/{unit}")
    ReceiptAnswerBody answerMeeting(
            @PathVariable UUID id,
            @PathVariable UUID unit,
            @Valid @RequestBody ReceiptBody body,
            @CurrentActor Actor actor) {
        List<ReceiptPersonBody> people = body.people() == null ? List.of() : body.people();
        receiptService.answer(
                id,
                unit,
                new ReceiptAnswer(
                        body.notice(),
                        body.coming(),
                        MeetingTyped.text(body.reason()),
                        people.stream().map(ReceiptPersonBody::toPerson).toList()),
                actor);
        return meetingReceipt(id, unit, actor);
    }

    @Operation(summary = "Still the same, under the newest notice")
    @PostMapping("/receipts/{unit}/confirmation")
    ReceiptAnswerBody confirmReceipt(@PathVariable UUID id, @PathVariable UUID unit, @CurrentActor Actor actor) {
        receiptService.stillYes(id, unit, actor);
        return meetingReceipt(id, unit, actor);
    }

    @Operation(summary = "Urge units that owe an answer, each as seldom as the house allows")
    @PostMapping("/receipts/urges")
    ReceiptUrging.Urged urgeReceipts(
            @PathVariable UUID id, @Valid @RequestBody ReceiptUrgesBody body, @CurrentActor Actor actor) {
        return urging.urge(id, body.units() == null ? List.of() : body.units(), actor);
    }

    @Operation(
            summary = "Fill a receipt from a calendar program's reply (iTIP)",
            description = "Repeating entries are refused; a reply to an older invitation has to be confirmed.")
    @PostMapping("/receipts/calendar-replies")
    ReceiptAnswerBody takeCalendarReply(
            @PathVariable UUID id, @Valid @RequestBody CalendarReplyBody body, Page page, @CurrentActor Actor actor) {
        UUID unit = replies.take(id, body.unit(), body.text(), page.t("meetings.invitation.reply.reason"), actor);
        return meetingReceipt(id, unit, actor);
    }
}
