package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.SourceService;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clauses of a source for programs: marking them, and saying what answers each. */
@Tag(name = "Ledger: clauses")
@RestController
@RequestMapping("/api/v1/ledger")
class ClausesRestController {

    private final SourceService sources;
    private final ItemQueries items;

    ClausesRestController(SourceService sources, ItemQueries items) {
        this.sources = sources;
        this.items = items;
    }

    /** From {@code start} up to but not including {@code end}, in characters (Unicode code points) from 0. */
    record ClauseBody(@NotNull Integer start, @NotNull Integer end) {}

    record Cut(int clauses) {}

    /** What answers a clause: an item that exists already, nothing because nothing is asked, or not decided. */
    enum Cover {
        COVERED,
        NONE,
        OPEN
    }

    record CoverBody(
            @NotNull Cover cover,
            @Nullable UUID itemId,
            @Nullable @CodePointLength(max = StepBody.WORDS) String reason) {}

    @Operation(summary = "Mark a part of the text as a clause")
    @PostMapping("/sources/{id}/clauses")
    @ResponseStatus(HttpStatus.CREATED)
    Created mark(@PathVariable UUID id, @Valid @RequestBody ClauseBody body, @CurrentActor Actor actor) {
        return new Created(sources.addClause(id, body.start(), body.end(), actor));
    }

    @Operation(summary = "Cut what is not marked yet at the ends of sentences and lines")
    @PostMapping("/sources/{id}/clauses/by-sentence")
    Cut cut(@PathVariable UUID id, @CurrentActor Actor actor) {
        return new Cut(sources.cutBySentences(id, actor));
    }

    @Operation(summary = "Remove a mark that nothing hangs on")
    @DeleteMapping("/clauses/{id}")
    ResponseEntity<Void> unmark(@PathVariable UUID id, @CurrentActor Actor actor) {
        sources.removeClause(id, actor);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Say what answers a clause")
    @PutMapping("/clauses/{id}/cover")
    ResponseEntity<Void> cover(@PathVariable UUID id, @Valid @RequestBody CoverBody body, @CurrentActor Actor actor) {
        switch (body.cover()) {
            case COVERED -> {
                UUID itemId = given(body.itemId(), "ITEM");
                sources.coverBy(id, itemId, items.reference(itemId, actor), actor);
            }
            case NONE -> sources.needsNone(id, reason(body), actor);
            case OPEN -> sources.uncover(id, actor);
        }
        return ResponseEntity.noContent().build();
    }

    private static String reason(CoverBody body) {
        String reason = given(body.reason(), "REASON").strip();
        return given(reason.isEmpty() ? null : reason, "REASON");
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw LedgerError.FIELD_MISSING.with(Map.of("field", field));
        }
        return value;
    }
}
