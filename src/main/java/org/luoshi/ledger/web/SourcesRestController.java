package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.NewSource;
import org.luoshi.ledger.core.SourceDetail;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.ledger.core.SourceRow;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.ledger.core.SourceStep;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** Sources for programs. */
@Tag(name = "Ledger: sources")
@RestController
@RequestMapping("/api/v1/ledger/sources")
class SourcesRestController {

    private final SourceService sources;
    private final SourceQueries queries;
    private final FilesApi files;

    SourcesRestController(SourceService sources, SourceQueries queries, FilesApi files) {
        this.sources = sources;
        this.queries = queries;
        this.files = files;
    }

    /** What is needed to register a source; the meaning of each field is that of {@link NewSource}. */
    record SourceBody(
            @NotBlank @Size(max = 100) String kind,

            @NotBlank @CodePointLength(max = PaperToFile.LONGEST_TITLE)
            String title,

            @Nullable @CodePointLength(max = 200) String number,
            @Nullable @OfficeDay LocalDate issuedOn,
            @Nullable UUID leaderPostId,

            @NotNull @CodePointLength(max = PaperToFile.LONGEST_BODY)
            String body,

            @Nullable @Size(max = StepBody.FILES) @UniqueElements
            List<@NotNull UUID> fileIds) {

        NewSource toSource() {
            return new NewSource(
                    kind, title, number, issuedOn, leaderPostId, body, fileIds == null ? List.of() : fileIds);
        }
    }

    record SourceList(List<SourceRow> sources) {}

    @Operation(summary = "Register an instruction, a meeting decision, a paper or another source")
    @PostMapping
    ResponseEntity<Created> register(
            @Valid @RequestBody SourceBody body,
            @RequestHeader(name = Repeatable.HEADER, required = false) @Size(min = 1, max = 200) @Nullable String key,
            @CurrentActor Actor actor) {
        return Created.at("sources", sources.register(body.toSource(), key, actor));
    }

    @Operation(summary = "The newest sources that the caller may see")
    @GetMapping
    SourceList newest(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @CurrentActor Actor actor) {
        return new SourceList(queries.newest(text, limit, actor));
    }

    @Operation(summary = "A source with its text, its clauses and what became of each")
    @GetMapping("/{id}")
    SourceDetail source(@PathVariable UUID id, @CurrentActor Actor actor) {
        return queries.detail(id, actor);
    }

    @Operation(summary = "Triage: supervise it, or propose, confirm or refuse that reading it is enough")
    @PostMapping("/{id}/steps")
    SourceDetail step(@PathVariable UUID id, @Valid @RequestBody StepBody<SourceStep> body, @CurrentActor Actor actor) {
        sources.perform(id, body.step(), body.input(), actor);
        return queries.detail(id, actor);
    }

    @Operation(summary = "The content of a file that hangs on the source")
    @GetMapping("/{id}/files/{fileId}")
    View file(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
        if (!queries.hasFile(id, fileId, actor)) {
            throw LedgerError.UNKNOWN.with(java.util.Map.of("id", fileId));
        }
        return files.download(fileId);
    }
}
