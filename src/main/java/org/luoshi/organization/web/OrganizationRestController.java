package org.luoshi.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Holding;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;
import org.luoshi.organization.core.Directory;
import org.luoshi.organization.core.OrganizationError;
import org.luoshi.organization.core.OrganizationQueries;
import org.luoshi.organization.core.UnitFinder;
import org.luoshi.organization.core.UnitRow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class OrganizationRestController {

    private static final int MOST = 100;

    /** A unit with its posts and who holds them today. */
    record UnitAnswer(Unit unit, List<Post> posts, List<Holding> holders) {}

    private final Directory directory;
    private final UnitFinder finder;
    private final OrganizationQueries queries;
    private final ZoneId zone;
    private final Clock clock;

    OrganizationRestController(
            Directory directory, UnitFinder finder, OrganizationQueries queries, ZoneId zone, Clock clock) {
        this.directory = directory;
        this.finder = finder;
        this.queries = queries;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * With {@code q}: units and areas found, best first. Without: one level of the tree in the official order, 200 at a time; for no parent
     * the roots, which are provinces with {@code areas=true} and all others without.
     */
    @GetMapping("/units")
    List<UnitRow> units(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "false") boolean areas) {
        LocalDate on = day == null ? today() : day;
        if (!q.isBlank()) {
            return queries.rows(finder.search(q, MOST));
        }
        return areas && parent == null
                ? queries.provinces(on, Math.max(0, from))
                : queries.level(parent, on, Math.max(0, from));
    }

    @GetMapping("/units/{id}")
    UnitAnswer unit(@PathVariable UUID id) {
        Unit unit = directory.unit(id).orElseThrow(() -> OrganizationError.UNKNOWN_UNIT.with(Map.of("id", id)));
        List<Post> posts = directory.postsOf(id);
        return new UnitAnswer(
                unit, posts, directory.holdersOf(posts.stream().map(Post::id).toList(), today()));
    }

    @GetMapping("/people")
    List<Person> people(@RequestParam(defaultValue = "") String q) {
        return directory.searchPeople(q, MOST);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
