package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.luoshi.ledger.views.SavedView;
import org.luoshi.ledger.views.SavedViews;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views for programs. */
@Tag(name = "Ledger: saved views")
@RestController
@RequestMapping("/api/v1/ledger/views")
class SavedViewsRestController {

    private final SavedViews saved;

    SavedViewsRestController(SavedViews saved) {
        this.saved = saved;
    }

    record ViewList(List<SavedView> views) {}

    /** {@code query} is the part of the list's address behind the question mark. */
    record ViewBody(@NotNull String name, @NotNull String query, boolean shared) {}

    @Operation(summary = "One's own views and those that others share")
    @GetMapping
    ViewList views(@CurrentActor Actor actor) {
        return new ViewList(saved.of(actor));
    }

    @Operation(summary = "Keep a view; one's own of the same name is replaced")
    @PostMapping
    ResponseEntity<Created> save(@Valid @RequestBody ViewBody body, @CurrentActor Actor actor) {
        return Created.at("views", saved.save(body.name(), body.query(), body.shared(), actor));
    }

    @Operation(summary = "Take one's own view away")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @CurrentActor Actor actor) {
        saved.remove(id, actor);
    }
}
