package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemPage;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.LedgerCounts;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.Part;
import org.luoshi.ledger.core.PastItem;
import org.luoshi.ledger.core.PastQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** Items for programs: drafting, the list, one item with all that hangs on it. */
@Tag(name = "Ledger: items")
@RestController
@RequestMapping("/api/v1/ledger/items")
class ItemsRestController {

    private final ItemDrafting drafting;
    private final ItemQueries queries;
    private final PastQueries past;
    private final ItemList list;
    private final FilesApi files;

    ItemsRestController(ItemDrafting drafting, ItemQueries queries, PastQueries past, ItemList list, FilesApi files) {
        this.past = past;
        this.drafting = drafting;
        this.queries = queries;
        this.list = list;
        this.files = files;
    }

    /** A page of the list; {@code next} is the cursor of the page behind it and null on the last. */
    record ItemsPage(List<ItemRow> items, @Nullable String next) {}

    record Lines(List<HistoryLine> lines) {}

    /** A changed draft with the version that was seen. */
    record RevisionBody(
            @NotNull @Min(0) Integer version,
            @NotNull @Valid ItemBody item) {}

    /** Every part may be left out. */
    record FilterQuery(
            ItemFilter.@Nullable View view,
            @Nullable UUID unitId,
            @Nullable Part part,
            @Nullable @Size(max = 100) String sourceKind,
            @Nullable UUID leaderPostId,
            @Nullable UUID officerId,
            @Nullable ItemState state,
            @Nullable @Size(max = 200) String label,
            @Nullable @CodePointLength(max = 200) String text,
            ItemFilter.@Nullable Sort sort,
            @Nullable LocalDate asOf,
            @Nullable Boolean inReports) {

        ItemFilter toFilter() {
            return new ItemFilter(
                    view == null ? ItemFilter.View.OPEN : view,
                    unitId,
                    part,
                    sourceKind,
                    leaderPostId,
                    officerId,
                    state,
                    label,
                    text,
                    sort == null ? ItemFilter.Sort.DUE : sort,
                    asOf,
                    Boolean.TRUE.equals(inReports));
        }
    }

    @Operation(summary = "Draft an item")
    @PostMapping
    ResponseEntity<Created> draft(
            @Valid @RequestBody ItemBody body,
            @RequestHeader(name = Repeatable.HEADER, required = false) @Size(min = 1, max = 200) @Nullable String key,
            @CurrentActor Actor actor) {
        return Created.at("items", drafting.draft(body.toDraft(), key, actor));
    }

    @Operation(
            summary =
                    "Change a draft; when somebody else changed it meanwhile the refusal carries the item as it is now")
    @PutMapping("/{id}")
    ItemDetail revise(
            @PathVariable UUID id, @Valid @RequestBody RevisionBody body, @CurrentActor Actor actor, Locale locale) {
        try {
            drafting.revise(id, body.version(), body.item().toDraft(), actor);
        } catch (BusinessException refusal) {
            throw refusal.error() == LedgerError.CHANGED_MEANWHILE
                    ? withCurrent(refusal, queries.detail(id, locale, actor))
                    : refusal;
        }
        return queries.detail(id, locale, actor);
    }

    private static BusinessException withCurrent(BusinessException refusal, ItemDetail now) {
        Map<String, Object> details = new HashMap<>(refusal.details());
        details.put("item", now);
        return new BusinessException(refusal.error(), details);
    }

    @Operation(summary = "The ledger as a list, page by page")
    @GetMapping
    ItemsPage items(
            @ParameterObject @Valid FilterQuery filter,
            @RequestParam(required = false) @Size(max = 500) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @CurrentActor Actor actor) {
        ItemPage page = list.page(filter.toFilter(), cursor, limit, actor);
        return new ItemsPage(page.rows(), page.nextCursor());
    }

    @Operation(summary = "The figures over the list")
    @GetMapping("/counts")
    LedgerCounts counts(@CurrentActor Actor actor) {
        return list.counts(actor);
    }

    @Operation(
            summary =
                    "One item with its points, units, reports, requests, notices, dates and the steps open to the caller")
    @GetMapping("/{id}")
    ItemDetail item(@PathVariable UUID id, @CurrentActor Actor actor, Locale locale) {
        return queries.detail(id, locale, actor);
    }

    @Operation(summary = "One item as it stood at the end of a day")
    @GetMapping("/{id}/as-of")
    PastItem past(@PathVariable UUID id, @RequestParam LocalDate at, @CurrentActor Actor actor) {
        return past.item(id, at, actor);
    }

    @Operation(summary = "Who did what when, newest first")
    @GetMapping("/{id}/history")
    Lines history(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            @CurrentActor Actor actor) {
        return new Lines(queries.history(id, limit, actor));
    }

    @Operation(summary = "The content of a file that hangs on the item")
    @GetMapping("/{id}/files/{fileId}")
    View file(@PathVariable UUID id, @PathVariable UUID fileId, @CurrentActor Actor actor) {
        if (!queries.hasFile(id, fileId, actor)) {
            throw LedgerError.UNKNOWN.with(Map.of("id", fileId));
        }
        return files.download(fileId);
    }
}
