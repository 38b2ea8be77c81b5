package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.bulk.BulkAction;
import org.luoshi.ledger.bulk.BulkOrder;
import org.luoshi.ledger.bulk.BulkOutcome;
import org.luoshi.ledger.bulk.BulkQueries;
import org.luoshi.ledger.bulk.BulkService;
import org.luoshi.ledger.bulk.UrgeWhom;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steps on many items for programs. */
@Tag(name = "Ledger: steps on many items")
@RestController
@RequestMapping("/api/v1/ledger/bulk-steps")
class BulkStepsRestController {

    private final BulkService bulk;
    private final BulkQueries queries;

    BulkStepsRestController(BulkService bulk, BulkQueries queries) {
        this.bulk = bulk;
        this.queries = queries;
    }

    record ItemSeen(@NotNull UUID id, @NotNull @Min(0) Integer version) {}

    record OrderBody(
            @NotNull BulkAction action,
            @NotNull @Size(max = 1000) @Valid List<ItemSeen> items,
            @Nullable @CodePointLength(max = 4000) String words,
            @Nullable UrgeWhom whom,
            @Nullable LocalDate date,
            @Nullable UUID officerId,
            @Nullable @CodePointLength(max = 60) String label) {

        BulkOrder toOrder() {
            return new BulkOrder(
                    action,
                    items.stream()
                            .map(item -> new BulkOrder.Chosen(item.id(), item.version()))
                            .toList(),
                    words,
                    whom == null ? UrgeWhom.BEHIND : whom,
                    date,
                    officerId,
                    label);
        }
    }

    @Operation(
            summary =
                    "Take one step on many items; each keeps the rules of the single step, and a refused one harms no other")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BulkOutcome take(@Valid @RequestBody OrderBody body, @CurrentActor Actor actor) {
        return queries.outcome(bulk.carryOut(body.toOrder(), actor), actor);
    }

    @Operation(summary = "What became of each item of one's own step")
    @GetMapping("/{id}")
    BulkOutcome outcome(@PathVariable UUID id, @CurrentActor Actor actor) {
        return queries.outcome(id, actor);
    }
}
