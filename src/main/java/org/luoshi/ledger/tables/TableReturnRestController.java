package org.luoshi.ledger.tables;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Edited lists for programs: the file, its differences, choices where they are wanted, and the carrying out. */
@Tag(name = "Ledger: Excel")
@RestController
@RequestMapping("/api/v1/ledger/returns")
class TableReturnRestController {

    private final TableReturns returns;
    private final TableCarryingOut carryingOut;
    private final Texts texts;

    TableReturnRestController(TableReturns returns, TableCarryingOut carryingOut, Texts texts) {
        this.returns = returns;
        this.carryingOut = carryingOut;
        this.texts = texts;
    }

    /** The differences. {@code version} is what choices and carrying out must name. */
    record Differences(
            UUID id,
            int version,
            boolean ready,
            long changes,
            long drafts,
            long undecided,
            int untouched,
            List<String> ignored,
            List<ReturnedLine> rows) {}

    /** A row; {@code refusal} tells why all of it cannot be done. */
    record ReturnedLine(
            int row,
            TableReturnRow.Kind kind,
            @Nullable UUID itemId,
            String reference,
            boolean conflict,
            boolean undecided,
            List<ReturnedCell> cells,
            List<TableReturnRow.Meanwhile> meanwhile,
            @Nullable SaidNo refusal) {}

    record ReturnedCell(
            TableColumn column,
            String before,
            String after,
            boolean request,
            @Nullable SaidNo refusal) {}

    record SaidNo(String code, String text) {}

    /** By the number of the row: LEAVE, TAKE, or empty to decide nothing. */
    record Choices(@NotNull Integer version, @NotNull Map<Integer, String> rows) {}

    /** The work that carries it out. */
    record StartedReturn(UUID jobId, String href) {}

    @Operation(summary = "Bring back an edited list")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Differences upload(@RequestParam MultipartFile file, Locale locale, @CurrentActor Actor actor) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return differences(returns.plan(returns.upload(name, file.getBytes(), actor), actor), locale);
    }

    @Operation(summary = "What an edited list would change now")
    @GetMapping("/{id}")
    Differences differences(@PathVariable UUID id, Locale locale, @CurrentActor Actor actor) {
        return differences(returns.plan(id, actor), locale);
    }

    @Operation(summary = "Decide about rows that do not go by themselves")
    @PostMapping("/{id}/choices")
    Differences decide(
            @PathVariable UUID id, @Valid @RequestBody Choices choices, Locale locale, @CurrentActor Actor actor) {
        returns.decide(id, choices.version(), choices.rows(), actor);
        return differences(returns.plan(id, actor), locale);
    }

    @Operation(summary = "Carry out all of it or nothing")
    @PostMapping("/{id}/carrying-out")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedReturn carryOut(@PathVariable UUID id, @RequestParam int version, @CurrentActor Actor actor) {
        UUID job = carryingOut.start(id, version, actor);
        return new StartedReturn(job, "/api/v1/jobs/" + job);
    }

    private Differences differences(TableReturnPlan plan, Locale locale) {
        return new Differences(
                plan.id(),
                plan.version(),
                plan.isReady(),
                plan.changes(),
                plan.drafts(),
                plan.undecided(),
                plan.untouched(),
                plan.ignored(),
                plan.rows().stream().map(row -> line(row, locale)).toList());
    }

    private ReturnedLine line(TableReturnRow row, Locale locale) {
        return new ReturnedLine(
                row.row(),
                row.kind(),
                row.itemId(),
                row.reference(),
                row.conflict(),
                row.isUndecided(),
                row.differences().stream()
                        .map(cell -> new ReturnedCell(
                                cell.column(),
                                cell.before(),
                                cell.after(),
                                cell.isRequest(),
                                said(cell.refusal(), locale)))
                        .toList(),
                row.meanwhile(),
                said(row.refusal(), locale));
    }

    private @Nullable SaidNo said(@Nullable BusinessException refusal, Locale locale) {
        return refusal == null
                ? null
                : new SaidNo(
                        refusal.error().code(),
                        texts.reason(locale, refusal.error().code(), refusal.details()));
    }
}
