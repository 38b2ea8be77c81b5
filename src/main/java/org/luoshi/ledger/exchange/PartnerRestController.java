package org.luoshi.ledger.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of other installations for programs. */
@Tag(name = "Ledger: partners")
@RestController
@RequestMapping("/api/v1/ledger/exchange")
class PartnerRestController {

    private final Partners partners;
    private final Installations installations;

    PartnerRestController(Partners partners, Installations installations) {
        this.partners = partners;
        this.installations = installations;
    }

    /** This installation as partners register it. */
    record OwnKey(String name, String fingerprint, String checkNumber, String publicKey) {}

    record PartnerList(List<PartnerView> partners) {}

    /** A partner without its key. */
    record PartnerView(
            UUID id,
            int version,
            String name,
            String fingerprint,
            String checkNumber,
            @Nullable UUID unitId,
            @Nullable String address,
            boolean active) {

        static PartnerView of(Partner partner) {
            return new PartnerView(
                    partner.id(),
                    partner.version(),
                    partner.name(),
                    partner.fingerprint(),
                    partner.checkNumber(),
                    partner.unitId(),
                    partner.address(),
                    partner.active());
        }
    }

    /** {@code unit}: exact name of the unit that stands for it; {@code address}: scheme, host and port. */
    record NewPartnerBody(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 4_096) String publicKey,
            @Nullable @Size(max = 300) String unit,
            @Nullable @Size(max = 300) String address) {}

    record PartnerBody(
            @NotNull @Min(0) Integer version,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 300) String unit,
            @Nullable @Size(max = 300) String address) {}

    record ComparisonBody(
            @NotNull @Min(0) Integer version,
            @NotBlank @Size(max = 100) String comparedWith) {}

    record StopBody(@NotNull @Min(0) Integer version) {}

    @Operation(summary = "The public key of this installation with its check number")
    @GetMapping("/own-key")
    OwnKey ownKey(@CurrentActor Actor actor) {
        Partners.requireOffice(actor);
        Installations.Own own = installations.own();
        return new OwnKey(own.name(), own.fingerprint(), own.checkNumber(), own.written());
    }

    @Operation(summary = "The registered partners")
    @GetMapping("/partners")
    PartnerList partners(@CurrentActor Actor actor) {
        return new PartnerList(partners.all(actor).stream().map(PartnerView::of).toList());
    }

    @Operation(summary = "Register a partner by its public key; it is not active before the check number was compared")
    @PostMapping("/partners")
    @ResponseStatus(HttpStatus.CREATED)
    PartnerView add(@Valid @RequestBody NewPartnerBody body, @CurrentActor Actor actor) {
        UUID id = partners.add(body.name(), body.publicKey(), body.unit(), body.address(), actor);
        return PartnerView.of(partners.require(id));
    }

    @Operation(summary = "Change the name, unit or address of a partner")
    @PutMapping("/partners/{id}")
    PartnerView change(@PathVariable UUID id, @Valid @RequestBody PartnerBody body, @CurrentActor Actor actor) {
        partners.change(id, body.version(), body.name(), body.unit(), body.address(), actor);
        return PartnerView.of(partners.require(id));
    }

    @Operation(summary = "Note that both sides have compared the check number, and make the partner active")
    @PostMapping("/partners/{id}/comparison")
    PartnerView compared(@PathVariable UUID id, @Valid @RequestBody ComparisonBody body, @CurrentActor Actor actor) {
        partners.compared(id, body.version(), body.comparedWith(), actor);
        return PartnerView.of(partners.require(id));
    }

    @Operation(summary = "Stop a partner: nothing of it is taken and nothing is sent to it")
    @PostMapping("/partners/{id}/stop")
    PartnerView stop(@PathVariable UUID id, @Valid @RequestBody StopBody body, @CurrentActor Actor actor) {
        partners.stop(id, body.version(), actor);
        return PartnerView.of(partners.require(id));
    }
}
