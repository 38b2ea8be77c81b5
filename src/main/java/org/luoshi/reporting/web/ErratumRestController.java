package org.luoshi.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.Erratum;
import org.luoshi.reporting.review.ErratumContent;
import org.luoshi.reporting.review.ErratumService;
import org.luoshi.reporting.review.ErratumView;
import org.luoshi.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errata to bulletins for programs. */
@Tag(name = "Reporting: bulletins")
@RestController
@RequestMapping("/api/v1/reporting")
class ErratumRestController {

    private final BulletinQueries queries;
    private final ErratumService service;

    ErratumRestController(BulletinQueries queries, ErratumService service) {
        this.queries = queries;
        this.service = service;
    }

    @Operation(
            summary = "Draft the next erratum to an issued bulletin out of the corrections since",
            description = "Asked again while a draft is there, it is that draft.")
    @PostMapping("/bulletins/{id}/errata")
    ResponseEntity<ErratumMade> draftErratum(@PathVariable UUID id, @CurrentActor Actor actor) {
        Erratum erratum = service.draft(id, actor);
        return ResponseEntity.created(URI.create("/api/v1/reporting/errata/" + erratum.id()))
                .body(new ErratumMade(erratum.id()));
    }

    @Operation(summary = "An erratum: the figures before and after, and unit by unit why")
    @GetMapping("/errata/{id}")
    ErratumRead readErratum(@PathVariable UUID id, @CurrentActor Actor actor) {
        return ErratumRead.of(queries.erratum(id, actor));
    }

    @Operation(summary = "Write the words of a draft erratum")
    @PutMapping("/errata/{id}/words")
    ErratumRead wordErratum(
            @PathVariable UUID id, @Valid @RequestBody ErratumWordsBody body, @CurrentActor Actor actor) {
        service.reword(id, body.words(), actor);
        return readErratum(id, actor);
    }

    @Operation(summary = "Issue the erratum: from here on it never changes")
    @PostMapping("/errata/{id}/issue")
    ErratumRead issueErratum(@PathVariable UUID id, @CurrentActor Actor actor) {
        service.issue(id, actor);
        return readErratum(id, actor);
    }

    record ErratumMade(UUID id) {}

    record ErratumWordsBody(@NotBlank @Size(max = 40_000) String words) {}

    record ErratumRead(
            UUID id,
            UUID bulletin,
            int number,
            Instant asOf,
            ErratumContent content,
            String words,
            String madeBy,
            @Nullable String issuedBy,
            @Nullable Instant issuedAt) {

        static ErratumRead of(ErratumView view) {
            Erratum erratum = view.erratum();
            return new ErratumRead(
                    erratum.id(),
                    erratum.bulletinId(),
                    erratum.number(),
                    erratum.asOf(),
                    erratum.content(),
                    erratum.words(),
                    view.madeBy(),
                    view.issuedBy(),
                    erratum.issuedAt());
        }
    }
}
