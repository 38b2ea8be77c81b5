package org.luoshi.ledger.exchange;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.shared.Role;
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

/** Who we are for other installations, and which of them we know. */
@Controller
@RequestMapping("/ledger/exchange/partners")
class PartnerWebController {

    private static final String HERE = "/ledger/exchange/partners";
    private static final int LONGEST_KEY = 4_096;

    private final Partners partners;
    private final Installations installations;
    private final OrganizationApi organization;
    private final Templates templates;
    private final ZoneId zone;
    private final Clock clock;

    PartnerWebController(
            Partners partners,
            Installations installations,
            OrganizationApi organization,
            Templates templates,
            ZoneId zone,
            Clock clock) {
        this.partners = partners;
        this.installations = installations;
        this.organization = organization;
        this.templates = templates;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping
    View all(Page page, @CurrentActor Actor actor) {
        return Html.of(page(PartnerInput.EMPTY, Map.of(), null, page, actor));
    }

    @GetMapping("/own-key.txt")
    View ownKey(Page page, @CurrentActor Actor actor) {
        Partners.requireOffice(actor);
        Installations.Own own = installations.own();
        byte[] key = own.written().getBytes(StandardCharsets.US_ASCII);
        return PackageDownload.of(
                key, "text/plain", page.t("ledger.packages.own-key-file", "name", own.name()) + ".txt");
    }

    @PostMapping
    View add(
            PartnerInput input,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Page page,
            @CurrentActor Actor actor)
            throws IOException {
        try {
            partners.add(input.text(input.name()), key(input, file), input.unit(), input.address(), actor);
            return new RedirectView(HERE);
        } catch (BusinessException refusal) {
            return again(input, null, refusal, page, actor);
        }
    }

    private static String key(PartnerInput input, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return input.text(input.key());
        }
        if (file.getSize() > LONGEST_KEY) {
            throw PackageError.KEY_WRONG.with(Map.of("field", "key"));
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    @PostMapping("/{id}")
    View change(@PathVariable UUID id, PartnerInput input, Page page, @CurrentActor Actor actor) {
        try {
            partners.change(id, input.seen(), input.text(input.name()), input.unit(), input.address(), actor);
            return new RedirectView(HERE);
        } catch (BusinessException refusal) {
            return again(input, id, refusal, page, actor);
        }
    }

    @PostMapping("/{id}/comparison")
    View compared(@PathVariable UUID id, PartnerInput input, Page page, @CurrentActor Actor actor) {
        try {
            partners.compared(id, input.seen(), input.text(input.comparedWith()), actor);
            return new RedirectView(HERE);
        } catch (BusinessException refusal) {
            return again(input, id, refusal, page, actor);
        }
    }

    @PostMapping("/{id}/stop")
    View stop(@PathVariable UUID id, PartnerInput input, Page page, @CurrentActor Actor actor) {
        try {
            partners.stop(id, input.seen(), actor);
            return new RedirectView(HERE);
        } catch (BusinessException refusal) {
            return again(input, id, refusal, page, actor);
        }
    }

    private View again(PartnerInput input, @Nullable UUID id, BusinessException refusal, Page page, Actor actor) {
        if (refusal.error().kind() == ErrorCode.Kind.FORBIDDEN) {
            throw refusal;
        }
        String field = Objects.toString(refusal.details().get("field"), "");
        HttpStatus status = refusal.error().kind() == ErrorCode.Kind.CONFLICT
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Html.withStatus(status, page(input, Map.of(field, page.reason(refusal)), id, page, actor));
    }

    private JteModel page(
            PartnerInput input, Map<String, String> errors, @Nullable UUID refused, Page page, Actor actor) {
        List<PartnerRow> rows = partners.all(actor).stream()
                .map(partner -> new PartnerRow(
                        partner, partners.unitName(partner), partner.id().equals(refused) ? errors : Map.of()))
                .toList();
        List<String> units = organization.unitsOn(LocalDate.now(clock.withZone(zone))).stream()
                .limit(600)
                .map(Unit::shortName)
                .toList();
        return templates.ledgerPartners(
                page,
                installations.own(),
                rows,
                units,
                refused == null ? input : PartnerInput.EMPTY,
                refused == null ? errors : Map.of(),
                actor.has(Role.OFFICE_DIRECTOR));
    }
}
