package org.luoshi.ledger.guests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.luoshi.ledger.web.OfficeDay;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links and workbooks for units without account, for programs. */
@Tag(name = "Ledger: units without account")
@RestController
@RequestMapping("/api/v1/ledger")
class GuestRestController {

    private final GuestLinks links;
    private final GuestForms forms;
    private final GuestReturns returns;
    private final NoticesApi notices;
    private final SpreadsheetsApi spreadsheets;

    GuestRestController(
            GuestLinks links,
            GuestForms forms,
            GuestReturns returns,
            NoticesApi notices,
            SpreadsheetsApi spreadsheets) {
        this.links = links;
        this.forms = forms;
        this.returns = returns;
        this.notices = notices;
        this.spreadsheets = spreadsheets;
    }

    /** {@code until}: the last day on which it opens. */
    record GuestLinkBody(
            @NotBlank @Size(max = 60) String contact,
            @NotBlank @Size(max = 30) String telephone,
            @NotNull @OfficeDay LocalDate until) {}

    /** {@code address} is told this once; only its hash is kept. */
    record MadeLink(UUID id, String address, LocalDate until) {}

    record GuestLinkList(List<GuestLink> links) {}

    /** Parts of one unit; {@code until} is the last day on which the workbook is taken back. */
    record GuestFormBody(
            @NotEmpty @Size(max = 50) List<@NotNull UUID> assignmentIds,
            @NotNull @OfficeDay LocalDate until) {}

    @Operation(summary = "Make a link by which a unit without account signs and reports; the one before is revoked")
    @PostMapping("/assignments/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    MadeLink make(
            @PathVariable UUID id,
            @Valid @RequestBody GuestLinkBody body,
            @CurrentActor Actor actor,
            HttpServletRequest request) {
        GuestLinks.Fresh fresh = links.make(id, body.contact(), body.telephone(), body.until(), actor);
        String reached = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return new MadeLink(
                fresh.link().id(),
                notices.houseAddress(reached) + "/ledger/guest/" + fresh.word(),
                links.lastDay(fresh.link().endsAt()));
    }

    @Operation(summary = "The links that were made for a unit's part, newest first, without their words")
    @GetMapping("/assignments/{id}/links")
    GuestLinkList links(@PathVariable UUID id, @CurrentActor Actor actor) {
        return new GuestLinkList(links.of(id, actor));
    }

    @Operation(summary = "Revoke a link")
    @PostMapping("/assignments/{id}/links/{linkId}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID linkId, @CurrentActor Actor actor) {
        links.revoke(id, linkId, actor);
    }

    @Operation(summary = "Make a workbook (.xlsx) that a unit fills in for one or several of its parts")
    @PostMapping("/guest-forms")
    View form(@Valid @RequestBody GuestFormBody body, Page page, @CurrentActor Actor actor) {
        return GuestDownload.of(forms.make(body.assignmentIds(), body.until(), actor), spreadsheets, page);
    }

    @Operation(summary = "Bring back a filled-in workbook; the same again is known and changes nothing")
    @PostMapping("/guest-forms/answers")
    GuestReceipt answers(@RequestParam MultipartFile file, @CurrentActor Actor actor) throws IOException {
        return returns.takeFromOfficer(file.getBytes(), actor);
    }
}
