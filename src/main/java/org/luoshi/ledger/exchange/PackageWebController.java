package org.luoshi.ledger.exchange;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshiui.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Packages from and to other installations: what came in, what is made of it, what went out. */
@Controller
class PackageWebController {

    private static final int SHOWN = 200;
    private static final String USUAL_KIND = "PAPER";

    private final PackageInbox inbox;
    private final PackageOutbox outbox;
    private final PackageMaking making;
    private final PackageTaking taking;
    private final PackageDeliveries deliveries;
    private final SourceQueries sources;
    private final Templates templates;

    PackageWebController(
            PackageInbox inbox,
            PackageOutbox outbox,
            PackageMaking making,
            PackageTaking taking,
            PackageDeliveries deliveries,
            SourceQueries sources,
            Templates templates) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.making = making;
        this.taking = taking;
        this.deliveries = deliveries;
        this.sources = sources;
        this.templates = templates;
    }

    @GetMapping("/ledger/exchange")
    View inbox(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerPackagesIn(page, inbox.newest(SHOWN, actor), null));
    }

    @PostMapping("/ledger/exchange")
    View bring(@RequestParam(required = false) @Nullable MultipartFile file, Page page, @CurrentActor Actor actor)
            throws IOException {
        try {
            UUID id = inbox.bring(file == null ? new byte[0] : file.getBytes(), actor);
            return new RedirectView("/ledger/exchange/received/" + id);
        } catch (BusinessException refusal) {
            return Html.withStatus(
                    status(refusal),
                    templates.ledgerPackagesIn(page, inbox.newest(SHOWN, actor), page.reason(refusal)));
        }
    }

    @GetMapping("/ledger/exchange/received/{id}")
    View received(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(received(id, "", null, page, actor));
    }

    @PostMapping("/ledger/exchange/received/{id}/taking")
    View take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = USUAL_KIND) String kind,
            Page page,
            @CurrentActor Actor actor) {
        try {
            return new RedirectView("/ledger/items/" + taking.take(id, kind, actor));
        } catch (BusinessException refusal) {
            return Html.withStatus(status(refusal), received(id, "", page.reason(refusal), page, actor));
        }
    }

    @PostMapping("/ledger/exchange/received/{id}/declining")
    View decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            @CurrentActor Actor actor) {
        try {
            taking.decline(id, reason, actor);
            return new RedirectView("/ledger/exchange");
        } catch (BusinessException refusal) {
            return Html.withStatus(status(refusal), received(id, reason, page.reason(refusal), page, actor));
        }
    }

    private JteModel received(UUID id, String reason, @Nullable String refusal, Page page, Actor actor) {
        ReceivedPackage received = inbox.require(id, actor);
        OpenedPackage opened = null;
        String why = refusal;
        try {
            opened = inbox.open(id, actor);
        } catch (BusinessException closed) {
            why = page.reason(closed);
        }
        FromPartner before =
                opened == null ? null : inbox.cameBefore(opened, actor).orElse(null);
        return templates.ledgerPackageIn(page, received, opened, before, sources.kinds(), reason, why);
    }

    @GetMapping("/ledger/exchange/sent")
    View sent(Page page, @CurrentActor Actor actor) {
        return Html.of(templates.ledgerPackagesOut(page, outbox.newest(SHOWN, actor)));
    }

    @GetMapping("/ledger/exchange/sent/{id}/package.zip")
    View fetch(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        SentPackage sent = outbox.require(id, actor);
        String name = page.t("ledger.packages.kind", sent.kind()) + " " + sent.partner() + " " + sent.title();
        String shown = name.length() > 80 ? name.substring(0, 80) : name;
        return PackageDownload.of(outbox.fetch(id, actor), "application/zip", shown + ".zip");
    }

    @PostMapping("/ledger/exchange/sent/{id}/sending")
    View sendAgain(@PathVariable UUID id, @CurrentActor Actor actor) {
        outbox.sendAgain(id, actor);
        deliveries.start(id, outbox.require(id, actor).title(), actor);
        return new RedirectView("/ledger/exchange/sent");
    }

    /** Hands a unit's part down to the installation for which the unit stands. */
    @PostMapping("/ledger/assignments/{assignmentId}/packages")
    View issue(
            @PathVariable UUID assignmentId,
            @RequestParam(required = false) @Nullable UUID replaces,
            @CurrentActor Actor actor) {
        boolean fresh = making.issue(assignmentId, replaces, actor).fresh();
        String again = fresh ? "" : "?again=true";
        return new RedirectView("/ledger/assignments/" + assignmentId + "/handing-on" + again + "#packages");
    }

    @GetMapping("/ledger/items/{itemId}/upward")
    View upward(@PathVariable UUID itemId, Page page, @CurrentActor Actor actor) {
        return Html.of(upward(itemId, UpwardInput.EMPTY, null, page, actor));
    }

    @PostMapping("/ledger/items/{itemId}/upward")
    View report(@PathVariable UUID itemId, UpwardInput input, Page page, @CurrentActor Actor actor) {
        try {
            making.report(itemId, input.toUpward(), actor);
            return new RedirectView("/ledger/exchange/sent");
        } catch (BusinessException refusal) {
            return Html.withStatus(status(refusal), upward(itemId, input, page.reason(refusal), page, actor));
        }
    }

    private JteModel upward(UUID itemId, UpwardInput input, @Nullable String refusal, Page page, Actor actor) {
        List<UpwardReport> accepted = making.accepted(itemId, actor);
        UpwardReport chosen = accepted.stream()
                .filter(one -> one.id().toString().equals(input.feedback()))
                .findFirst()
                .orElseGet(() -> accepted.stream()
                        .filter(one -> !one.passedUp())
                        .findFirst()
                        .orElse(null));
        return templates.ledgerUpward(
                page,
                making.fromPartner(itemId),
                accepted,
                chosen,
                input.orFrom(chosen),
                Objects.toString(refusal, ""));
    }

    private static HttpStatus status(BusinessException refusal) {
        return refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : refusal.error().kind() == ErrorCode.Kind.FORBIDDEN
                        ? HttpStatus.FORBIDDEN
                        : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
