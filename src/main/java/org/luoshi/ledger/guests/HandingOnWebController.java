package org.luoshi.ledger.guests;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.exchange.PackageOutbox;
import org.luoshi.ledger.exchange.Partner;
import org.luoshi.ledger.exchange.Partners;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.spreadsheets.SpreadsheetsApi;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** How an officer lets a unit without account answer on its part: by link or by workbook. */
@Controller
@RequestMapping("/ledger/assignments/{assignmentId}/handing-on")
class HandingOnWebController {

    private final GuestLinks links;
    private final GuestTasks tasks;
    private final GuestForms forms;
    private final GuestReturns returns;
    private final Partners partners;
    private final PackageOutbox outbox;
    private final NoticesApi notices;
    private final SpreadsheetsApi spreadsheets;
    private final Templates templates;
    private final Clock clock;

    HandingOnWebController(
            GuestLinks links,
            GuestTasks tasks,
            GuestForms forms,
            GuestReturns returns,
            Partners partners,
            PackageOutbox outbox,
            NoticesApi notices,
            SpreadsheetsApi spreadsheets,
            Templates templates,
            Clock clock) {
        this.links = links;
        this.tasks = tasks;
        this.forms = forms;
        this.returns = returns;
        this.partners = partners;
        this.outbox = outbox;
        this.notices = notices;
        this.spreadsheets = spreadsheets;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    View show(
            @PathVariable UUID assignmentId,
            @RequestParam(defaultValue = "false") boolean again,
            Page page,
            @CurrentActor Actor actor) {
        return Html.of(page(assignmentId, GuestLinkInput.EMPTY, Map.of(), null, again, page, actor));
    }

    @PostMapping("/links")
    View make(
            @PathVariable UUID assignmentId,
            GuestLinkInput input,
            Page page,
            @CurrentActor Actor actor,
            HttpServletRequest request) {
        try {
            GuestLinks.Fresh fresh = links.make(
                    assignmentId,
                    input.text(input.signer()),
                    input.telephone(),
                    GuestWords.day(input.text(input.until())),
                    actor);
            String reached =
                    ServletUriComponentsBuilder.fromContextPath(request).toUriString();
            String address = notices.houseAddress(reached) + "/ledger/guest/" + fresh.word();
            return Html.of(templates.ledgerGuestLink(
                    page,
                    tasks.require(assignmentId),
                    fresh.link(),
                    links.lastDay(fresh.link().endsAt()),
                    address));
        } catch (BusinessException refusal) {
            return again(assignmentId, input, refusal, page, actor);
        }
    }

    @PostMapping("/links/{linkId}/revocation")
    View revoke(@PathVariable UUID assignmentId, @PathVariable UUID linkId, @CurrentActor Actor actor) {
        links.revoke(assignmentId, linkId, actor);
        return new RedirectView(address(assignmentId));
    }

    @PostMapping("/form")
    View form(
            @PathVariable UUID assignmentId,
            @RequestParam(required = false) @Nullable List<UUID> part,
            @RequestParam(defaultValue = "") String until,
            Page page,
            @CurrentActor Actor actor) {
        try {
            LocalDate day = GuestWords.day(until);
            GuestForm form = forms.make(part == null ? List.of(assignmentId) : part, day, actor);
            return GuestDownload.of(form, spreadsheets, page);
        } catch (BusinessException refusal) {
            return again(assignmentId, GuestLinkInput.EMPTY, refusal, page, actor);
        }
    }

    @PostMapping("/answers")
    View answers(
            @PathVariable UUID assignmentId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        try {
            byte[] workbook = file == null ? new byte[0] : file.getBytes();
            GuestReceipt receipt = returns.takeFromOfficer(workbook, actor);
            return Html.of(page(assignmentId, GuestLinkInput.EMPTY, Map.of(), receipt, false, page, actor));
        } catch (BusinessException refusal) {
            return again(assignmentId, GuestLinkInput.EMPTY, refusal, page, actor);
        }
    }

    private View again(UUID assignmentId, GuestLinkInput input, BusinessException refusal, Page page, Actor actor) {
        if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
            throw refusal;
        }
        String field = Objects.toString(refusal.details().get("field"), "");
        HttpStatus status = refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Html.withStatus(
                status, page(assignmentId, input, Map.of(field, page.reason(refusal)), null, false, page, actor));
    }

    private JteModel page(
            UUID assignmentId,
            GuestLinkInput input,
            Map<String, String> errors,
            @Nullable GuestReceipt receipt,
            boolean again,
            Page page,
            Actor actor) {
        List<GuestLink> made = links.of(assignmentId, actor);
        GuestTask task = tasks.require(assignmentId);
        HandingOn view = new HandingOn(
                task,
                tasks.runningPartsOf(task.unitId()),
                made,
                made.stream()
                        .filter(link -> link.opens(clock.instant()))
                        .findFirst()
                        .orElse(null),
                links.proposedEnd(task),
                partners.ofUnit(task.unitId()).map(Partner::name).orElse(null),
                outbox.ofAssignment(assignmentId),
                again,
                address(assignmentId));
        return templates.ledgerHandingOn(page, view, input, errors, receipt);
    }

    private static String address(UUID assignmentId) {
        return "/ledger/assignments/" + assignmentId + "/handing-on";
    }
}
