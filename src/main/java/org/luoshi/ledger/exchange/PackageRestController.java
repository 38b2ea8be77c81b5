package org.luoshi.ledger.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.web.OfficeDay;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Packages between installations, for programs. */
@Tag(name = "Ledger: packages")
@RestController
@RequestMapping("/api/v1/ledger")
class PackageRestController {

    private final PackageInbox inbox;
    private final PackageOutbox outbox;
    private final PackageMaking making;
    private final PackageTaking taking;
    private final PackageDeliveries deliveries;

    PackageRestController(
            PackageInbox inbox,
            PackageOutbox outbox,
            PackageMaking making,
            PackageTaking taking,
            PackageDeliveries deliveries) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.making = making;
        this.taking = taking;
        this.deliveries = deliveries;
    }

    record ReceivedPackageList(List<ReceivedPackage> packages) {}

    record SentPackageList(List<SentPackage> packages) {}

    record PackageId(UUID id) {}

    /** The item that a taken package is about here. */
    record TakenItem(UUID itemId) {}

    /** What came in, verified anew: what was signed, and what it says. */
    record VerifiedPackage(ReceivedPackage received, PackageManifest manifest, PackageContent content) {}

    /** {@code kind}: code of the kind of source that an item from above becomes; for a report it says nothing. */
    record TakingBody(@Nullable @Size(min = 1, max = 100) String kind) {}

    /** {@code replaces}: the package that is to be replaced on purpose; without it a part that was handed down keeps its package. */
    record IssuingBody(@Nullable UUID replaces) {}

    record DecliningBody(
            @NotBlank @CodePointLength(max = 4_000) String reason) {}

    /** An accepted report as it goes up. */
    record UpwardBody(
            @NotNull UUID feedbackId,
            @NotNull FeedbackKind kind,
            @NotBlank @CodePointLength(max = 20_000) String body,
            @Nullable @OfficeDay LocalDate forecast,
            @Nullable @CodePointLength(max = 500) String helpNeeded) {}

    record UpwardReportList(FromPartner from, List<UpwardReport> reports) {}

    @Operation(summary = "The packages that came in, those to be decided first")
    @GetMapping("/exchange/received")
    ReceivedPackageList received(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, @CurrentActor Actor actor) {
        return new ReceivedPackageList(inbox.newest(limit, actor));
    }

    @Operation(summary = "Bring in a package from a disk; it is verified and shown, not taken")
    @PostMapping("/exchange/received")
    @ResponseStatus(HttpStatus.CREATED)
    PackageId bring(@RequestParam MultipartFile file, @CurrentActor Actor actor) throws IOException {
        return new PackageId(inbox.bring(file.getBytes(), actor));
    }

    @Operation(summary = "A package that came in, with what it says")
    @GetMapping("/exchange/received/{id}")
    VerifiedPackage receivedPackage(@PathVariable UUID id, @CurrentActor Actor actor) {
        OpenedPackage opened = inbox.open(id, actor);
        return new VerifiedPackage(inbox.require(id, actor), opened.manifest(), opened.content());
    }

    @Operation(
            summary =
                    "Take a package: an item becomes a source with a draft, a report becomes feedback; a receipt goes back")
    @PostMapping("/exchange/received/{id}/taking")
    TakenItem take(@PathVariable UUID id, @Valid @RequestBody TakingBody body, @CurrentActor Actor actor) {
        return new TakenItem(taking.take(id, body.kind() == null ? "PAPER" : body.kind(), actor));
    }

    @Operation(summary = "Send a package back with the reason")
    @PostMapping("/exchange/received/{id}/declining")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable UUID id, @Valid @RequestBody DecliningBody body, @CurrentActor Actor actor) {
        taking.decline(id, body.reason(), actor);
    }

    @Operation(summary = "The packages that were made here, newest first, with how they fared")
    @GetMapping("/exchange/sent")
    SentPackageList sent(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit, @CurrentActor Actor actor) {
        return new SentPackageList(outbox.newest(limit, actor));
    }

    @Operation(summary = "A package that was made here, as a file")
    @GetMapping("/exchange/sent/{id}/package")
    View fetch(@PathVariable UUID id, @CurrentActor Actor actor) {
        return PackageDownload.of(outbox.fetch(id, actor), "application/zip", id + ".zip");
    }

    @Operation(summary = "Send a package over the network once more")
    @PostMapping("/exchange/sent/{id}/sending")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PackageId sendAgain(@PathVariable UUID id, @CurrentActor Actor actor) {
        outbox.sendAgain(id, actor);
        deliveries.start(id, outbox.require(id, actor).title(), actor);
        return new PackageId(id);
    }

    @Operation(
            summary =
                    "Hand a unit's part down to the installation for which the unit stands; 200 with the package that is there already, unless it is named as to be replaced")
    @PostMapping("/assignments/{id}/packages")
    ResponseEntity<PackageId> issue(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable IssuingBody body,
            @CurrentActor Actor actor) {
        PackageMaking.Issued issued = making.issue(id, body == null ? null : body.replaces(), actor);
        return ResponseEntity.status(issued.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new PackageId(issued.id()));
    }

    @Operation(summary = "The reports on an item from a partner that were accepted here and can be passed up")
    @GetMapping("/items/{id}/upward")
    UpwardReportList upward(@PathVariable UUID id, @CurrentActor Actor actor) {
        List<UpwardReport> reports = making.accepted(id, actor);
        return new UpwardReportList(making.fromPartner(id), reports);
    }

    @Operation(summary = "Pass an accepted report up to the partner that handed the item down")
    @PostMapping("/items/{id}/upward")
    @ResponseStatus(HttpStatus.CREATED)
    PackageId report(@PathVariable UUID id, @Valid @RequestBody UpwardBody body, @CurrentActor Actor actor) {
        return new PackageId(making.report(
                id,
                new PackageMaking.Upward(
                        body.feedbackId(), body.kind(), body.body(), body.forecast(), body.helpNeeded()),
                actor));
    }
}
