package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.invitation.InvitationError;
import org.luoshi.meetings.invitation.ReceiptQueries;
import org.luoshi.meetings.invitation.ReceiptQueries.UnitReceipt;
import org.luoshi.meetings.invitation.ReceiptReplies;
import org.luoshi.meetings.invitation.ReceiptService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A unit's receipt: who comes, who comes in whose place, or why nobody does. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}/receipt")
class MeetingReceiptWebController {

    private static final int MORE_ROWS = 10;

    private final MeetingQueries meetings;
    private final ReceiptQueries queries;
    private final ReceiptService service;
    private final ReceiptReplies replies;
    private final Templates templates;

    MeetingReceiptWebController(
            MeetingQueries meetings,
            ReceiptQueries queries,
            ReceiptService service,
            ReceiptReplies replies,
            Templates templates) {
        this.meetings = meetings;
        this.queries = queries;
        this.service = service;
        this.replies = replies;
        this.templates = templates;
    }

    @GetMapping
    View receipt(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID unit,
            Page page,
            @CurrentActor Actor actor) {
        UnitReceipt receipt = queries.of(id, unit(id, unit, actor), actor);
        return Html.of(view(page, receipt, MeetingReceiptForm.of(receipt), "", Map.of()));
    }

    private UUID unit(UUID id, @Nullable UUID unit, Actor actor) {
        return unit != null
                ? unit
                : queries.ownUnit(id, actor)
                        .orElseThrow(() -> InvitationError.NOT_INVITED.with(
                                Map.of("title", meetings.require(id, actor).title())));
    }

    private JteModel view(
            Page page, UnitReceipt receipt, MeetingReceiptForm form, String reply, Map<String, String> errors) {
        return templates.meetingsReceiptsUnit(page, receipt, form, reply, errors);
    }

    @PostMapping
    View answer(
            @PathVariable UUID id,
            @RequestParam UUID unit,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            @CurrentActor Actor actor) {
        MeetingReceiptForm form = MeetingReceiptForm.of(typed);
        return take(id, unit, page, actor, form, "", () -> service.answer(id, unit, form.toAnswer(), actor));
    }

    /** The same form with more lines for people. */
    @PostMapping("/rows")
    View more(
            @PathVariable UUID id,
            @RequestParam UUID unit,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            @CurrentActor Actor actor) {
        UnitReceipt receipt = queries.of(id, unit, actor);
        int shown = (int)
                typed.keySet().stream().filter(name -> name.startsWith("name-")).count();
        MeetingReceiptForm form = MeetingReceiptForm.of(typed);
        return Html.of(view(
                page,
                receipt,
                form.padded(receipt.line().seats(), shown - form.rows().size() + MORE_ROWS),
                "",
                Map.of()));
    }

    @PostMapping("/confirmation")
    View stillYes(@PathVariable UUID id, @RequestParam UUID unit, Page page, @CurrentActor Actor actor) {
        return take(id, unit, page, actor, null, "", () -> service.stillYes(id, unit, actor));
    }

    /** What a calendar program answered, as a file or pasted. */
    @PostMapping("/reply")
    View reply(
            @PathVariable UUID id,
            @RequestParam UUID unit,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor) {
        String text = MeetingReplyFile.text(reply, file);
        return take(
                id,
                unit,
                page,
                actor,
                null,
                text,
                () -> replies.take(id, unit, text, page.t("meetings.invitation.reply.reason"), actor));
    }

    private View take(
            UUID id,
            UUID unit,
            Page page,
            Actor actor,
            @Nullable MeetingReceiptForm typed,
            String reply,
            Runnable step) {
        try {
            step.run();
            return new RedirectView("/meetings/" + id + "/receipt?unit=" + unit);
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            UnitReceipt receipt = queries.of(id, unit, actor);
            MeetingReceiptForm form = typed == null
                    ? MeetingReceiptForm.of(receipt)
                    : typed.padded(receipt.line().seats(), 1);
            return Html.withStatus(
                    refusal.error() == InvitationError.REPLY_TOO_LARGE
                            ? HttpStatus.CONTENT_TOO_LARGE
                            : MeetingTyped.status(refusal),
                    view(page, receipt, form, reply, MeetingTyped.errors(page, refusal)));
        }
    }
}
