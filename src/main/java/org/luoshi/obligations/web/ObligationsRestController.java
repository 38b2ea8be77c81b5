package org.luoshi.obligations.web;

import static org.luoshi.obligations.core.ObligationError.UNKNOWN_STATE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.obligations.Obligation;
import org.luoshi.obligations.ObligationState;
import org.luoshi.obligations.core.ObligationQueries;
import org.luoshi.obligations.core.Upcoming;
import org.luoshi.obligations.core.UpcomingQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Obligations for programs: the same rows as on the pages. */
@RestController
@RequestMapping("/api/v1/obligations")
class ObligationsRestController {

    private static final int MOST = 500;

    private final ObligationQueries queries;
    private final UpcomingQueries upcoming;

    ObligationsRestController(ObligationQueries queries, UpcomingQueries upcoming) {
        this.queries = queries;
        this.upcoming = upcoming;
    }

    @GetMapping
    Portion list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit,
            @CurrentActor Actor actor) {
        int size = Math.max(1, Math.min(limit, MOST));
        List<Obligation> found = queries.list(stateOf(state), after, size, upcoming.unitsOf(actor));
        return new Portion(
                found, found.size() < size ? null : found.get(size - 1).id());
    }

    /** What waits for the signed-in person. */
    @GetMapping("/mine")
    List<Obligation> mine(@RequestParam(defaultValue = "100") int limit, @CurrentActor Actor actor) {
        return queries.openFor(actor, Math.max(1, Math.min(limit, MOST)));
    }

    @GetMapping("/upcoming")
    Upcoming upcoming(
            @RequestParam(defaultValue = "tomorrow") String range,
            @RequestParam(defaultValue = "false") boolean zero,
            @CurrentActor Actor actor) {
        return upcoming.upcoming(UpcomingRange.of(range), zero, actor);
    }

    private static @Nullable ObligationState stateOf(@Nullable String state) {
        return state == null
                ? null
                : Arrays.stream(ObligationState.values())
                        .filter(known -> known.name().equals(state))
                        .findFirst()
                        .orElseThrow(() -> UNKNOWN_STATE.with(Map.of("state", state)));
    }

    /** @param next give it as {@code after} for the following ones; null at the end */
    record Portion(List<Obligation> obligations, @Nullable UUID next) {}
}
