package org.luoshi.ledger.figures;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Period bulletins for programs. */
@Tag(name = "Ledger: bulletins")
@RestController
@RequestMapping("/api/v1/ledger/bulletins")
class LedgerBulletinRestController {

    private final LedgerBulletins bulletins;

    LedgerBulletinRestController(LedgerBulletins bulletins) {
        this.bulletins = bulletins;
    }

    record LedgerBulletinBody(
            @NotBlank String title,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull List<@NotNull FigureGrouping> groupings,
            @Nullable Map<String, @NotNull String> opinions,
            boolean scores) {

        BulletinPlan plan() {
            return new BulletinPlan(
                    title, new FiguresPeriod(from, to), groupings, opinions == null ? Map.of() : opinions, scores);
        }
    }

    record CorrectionBody(@NotBlank String reason) {}

    record BulletinId(UUID id) {}

    record SealBody(String hash, boolean fits) {}

    @Operation(summary = "Bulletins, the newest first; drafts for the office only")
    @GetMapping
    List<BulletinEntry> ledgerBulletins(@CurrentActor Actor actor) {
        return bulletins.list(actor);
    }

    @Operation(summary = "A bulletin with its frozen content; a draft has none")
    @GetMapping("/{id}")
    LedgerBulletin ledgerBulletin(@PathVariable UUID id, @CurrentActor Actor actor) {
        return bulletins.require(id, actor);
    }

    @Operation(summary = "Does the hash still fit what is stored?")
    @GetMapping("/{id}/seal")
    SealBody ledgerBulletinSeal(@PathVariable UUID id, @CurrentActor Actor actor) {
        LedgerBulletin bulletin = bulletins.require(id, actor);
        String hash = bulletin.hash();
        if (hash == null) {
            throw FiguresError.NOT_ISSUED.plain();
        }
        return new SealBody(hash, bulletin.fits());
    }

    @Operation(summary = "Draft a bulletin")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BulletinId draftLedgerBulletin(@Valid @RequestBody LedgerBulletinBody body, @CurrentActor Actor actor) {
        return new BulletinId(bulletins.draft(body.plan(), actor));
    }

    @Operation(summary = "Change a draft")
    @PutMapping("/{id}")
    LedgerBulletin reviseLedgerBulletin(
            @PathVariable UUID id,
            @RequestParam int version,
            @Valid @RequestBody LedgerBulletinBody body,
            @CurrentActor Actor actor) {
        bulletins.revise(id, version, body.plan(), actor);
        return bulletins.require(id, actor);
    }

    @Operation(summary = "Throw a draft away")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discardLedgerBulletin(@PathVariable UUID id, @RequestParam int version, @CurrentActor Actor actor) {
        bulletins.discard(id, version, actor);
    }

    @Operation(summary = "Issue a draft: its figures are frozen with the rows behind them")
    @PostMapping("/{id}/issue")
    LedgerBulletin issueLedgerBulletin(
            @PathVariable UUID id, @RequestParam int version, Page page, @CurrentActor Actor actor) {
        bulletins.issue(id, version, page.locale(), actor);
        return bulletins.require(id, actor);
    }

    @Operation(summary = "Draft the next edition of an issued bulletin, with the reason")
    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    BulletinId correctLedgerBulletin(
            @PathVariable UUID id, @Valid @RequestBody CorrectionBody body, @CurrentActor Actor actor) {
        return new BulletinId(bulletins.correct(id, body.reason(), actor));
    }
}
