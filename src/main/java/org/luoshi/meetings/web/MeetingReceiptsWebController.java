package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingError;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.invitation.InvitationError;
import org.luoshi.meetings.invitation.ReceiptFigures;
import org.luoshi.meetings.invitation.ReceiptQueries;
import org.luoshi.meetings.invitation.ReceiptReplies;
import org.luoshi.meetings.invitation.ReceiptSheetWriter;
import org.luoshi.meetings.invitation.ReceiptState;
import org.luoshi.meetings.invitation.ReceiptUrging;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** All receipts for the office: a list to telephone by, urging, and the list as a sheet. */
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}/receipts")
class MeetingReceiptsWebController {

    private final MeetingQueries meetings;
    private final ReceiptQueries queries;
    private final ReceiptFigures figures;
    private final ReceiptUrging urging;
    private final ReceiptReplies replies;
    private final OrganizationApi organization;
    private final ReceiptSheetWriter sheets;
    private final Templates templates;

    MeetingReceiptsWebController(
            MeetingQueries meetings,
            ReceiptQueries queries,
            ReceiptFigures figures,
            ReceiptUrging urging,
            ReceiptReplies replies,
            OrganizationApi organization,
            ReceiptSheetWriter sheets,
            Templates templates) {
        this.meetings = meetings;
        this.queries = queries;
        this.figures = figures;
        this.urging = urging;
        this.replies = replies;
        this.organization = organization;
        this.sheets = sheets;
        this.templates = templates;
    }

    @GetMapping
    View receipts(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String at,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(view(id, state, MeetingTyped.version(at), null, "", Map.of(), page, actor));
    }

    private JteModel view(
            UUID id,
            String state,
            int at,
            ReceiptUrging.@Nullable Urged urged,
            String reply,
            Map<String, String> errors,
            Page page,
            Actor actor) {
        Meeting meeting = meetings.require(id, actor);
        ReceiptState shown = Arrays.stream(ReceiptState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
        MeetingReceiptsSheet sheet = MeetingReceiptsSheet.of(
                meeting, figures.of(id), shown, queries.lines(id, actor), at, MeetingRights.mayPrepare(meeting, actor));
        return templates.meetingsReceipts(page, sheet, urged, reply, errors);
    }

    @PostMapping("/urges")
    View urge(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> units,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String state,
            Page page,
            @CurrentActor Actor actor) {
        try {
            List<UUID> chosen =
                    units.stream().map(unit -> MeetingTyped.id("units", unit)).toList();
            if (chosen.isEmpty() && !MeetingTyped.ticked(all)) {
                throw MeetingError.FIELD_MISSING.with(Map.of("field", "units"));
            }
            ReceiptUrging.Urged urged = urging.urge(id, MeetingTyped.ticked(all) ? List.of() : chosen, actor);
            return Html.of(view(id, state, 0, urged, "", Map.of(), page, actor));
        } catch (BusinessException refusal) {
            return refused(refusal, id, state, "", page, actor);
        }
    }

    /** A calendar program's answer that came to the office's mail; the unit is found by who answers where none is named. */
    @PostMapping("/reply")
    View reply(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor) {
        String text = MeetingReplyFile.text(reply, file);
        try {
            UUID taken = replies.take(id, unit(unit), text, page.t("meetings.invitation.reply.reason"), actor);
            return new RedirectView("/meetings/" + id + "/receipt?unit=" + taken);
        } catch (BusinessException refusal) {
            return refused(refusal, id, "", text, page, actor);
        }
    }

    private @Nullable UUID unit(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return organization
                .unitNamed(typed.strip())
                .map(Unit::id)
                .orElseThrow(() -> InvitationError.UNITS_UNCLEAR.with(Map.of("field", "unit", "names", typed.strip())));
    }

    private View refused(BusinessException refusal, UUID id, String state, String reply, Page page, Actor actor) {
        MeetingTyped.passOn(refusal);
        return Html.withStatus(
                refusal.error() == InvitationError.REPLY_TOO_LARGE
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : MeetingTyped.status(refusal),
                view(id, state, 0, null, reply, MeetingTyped.errors(page, refusal), page, actor));
    }

    @GetMapping("/list.xlsx")
    View sheet(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        String title = meetings.require(id, actor).title();
        return MeetingDownload.of(
                sheets.write(id, page, actor),
                page.t("meetings.invitation.receipts.file", "title", title) + ".xlsx",
                MeetingDownload.XLSX);
    }
}
