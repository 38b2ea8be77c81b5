package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.LightColour;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with an item, for programs. */
@Tag(name = "Ledger: items")
@RestController
@RequestMapping("/api/v1/ledger/items/{id}")
class ItemStepsRestController {

    private final ItemSteps items;
    private final ItemQueries queries;

    ItemStepsRestController(ItemSteps items, ItemQueries queries) {
        this.items = items;
        this.queries = queries;
    }

    /** Another light with a signed reason; without a colour the override is taken back. */
    record LightBody(
            @NotNull @Min(0) Integer version,
            @Nullable LightColour colour,
            @NotBlank @CodePointLength(max = StepBody.WORDS) String reason) {}

    record OfficerBody(
            @NotNull @Min(0) Integer version, @NotNull UUID officerId) {}

    /** How items may be related by hand. */
    enum RelationKind {
        FOLLOWS,
        BLOCKS
    }

    record RelationBody(@NotNull UUID otherId, @NotNull RelationKind kind) {}

    @Operation(summary = "Take a step of the item")
    @PostMapping("/steps")
    ItemDetail step(
            @PathVariable UUID id,
            @Valid @RequestBody StepBody<ItemStep> body,
            @CurrentActor Actor actor,
            Locale locale) {
        items.perform(id, body.step(), body.input(), actor);
        return queries.detail(id, locale, actor);
    }

    @Operation(summary = "Show another light beside the computed one, or take that back")
    @PutMapping("/light")
    ItemDetail light(
            @PathVariable UUID id, @Valid @RequestBody LightBody body, @CurrentActor Actor actor, Locale locale) {
        items.overrideLight(id, body.version(), body.colour(), body.reason(), actor);
        return queries.detail(id, locale, actor);
    }

    @Operation(summary = "Give it to another officer")
    @PutMapping("/officer")
    ItemDetail officer(
            @PathVariable UUID id, @Valid @RequestBody OfficerBody body, @CurrentActor Actor actor, Locale locale) {
        items.giveTo(id, body.version(), body.officerId(), actor);
        return queries.detail(id, locale, actor);
    }

    @Operation(summary = "Be told about each step")
    @PutMapping("/watch")
    ResponseEntity<Void> watch(@PathVariable UUID id, @CurrentActor Actor actor) {
        items.watch(id, true, actor);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "No longer be told")
    @DeleteMapping("/watch")
    ResponseEntity<Void> unwatch(@PathVariable UUID id, @CurrentActor Actor actor) {
        items.watch(id, false, actor);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Relate it to another item")
    @PostMapping("/relations")
    ItemDetail relate(
            @PathVariable UUID id, @Valid @RequestBody RelationBody body, @CurrentActor Actor actor, Locale locale) {
        items.relate(id, body.otherId(), body.kind().name(), actor);
        return queries.detail(id, locale, actor);
    }
}
