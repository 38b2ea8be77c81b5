package org.luoshi.organization.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.jobs.JobsApi.Progress;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads the administrative divisions of the country into the unit tree: a whole file or nothing of it. */
@Service
public class AreaLoader {

    /** The name of the file that comes with the product. */
    public static final String SHIPPED = "divisions.csv.gz";

    private final AreaTables tables;
    private final UnitStore units;
    private final PostStore posts;
    private final SeatService seats;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    AreaLoader(
            AreaTables tables,
            UnitStore units,
            PostStore posts,
            SeatService seats,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.tables = tables;
        this.units = units;
        this.posts = posts;
        this.seats = seats;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    /** The divisions that come with the product. */
    public static InputStream shipped() {
        try {
            return new ClassPathResource("divisions/" + SHIPPED).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds areas that are new, renames and moves those that the file has otherwise (a former name stays as an alias), and ends missing ones
     * where that is asked for. A second load of one file changes nothing. Refused as a whole ({@code organization.areas-refused}) with the
     * line of what is wrong.
     *
     * @param progress told lines of the file with total 0, then areas added of all that are new
     */
    @Transactional
    public AreasLoaded load(InputStream file, String fileName, AreaOptions options, Actor actor, Progress progress) {
        tables.fill(file, options.levels(), progress);
        long total = tables.newAreas();
        long[] added = {0};
        long renamed = 0;
        long moved = 0;
        for (int level = 1; level <= options.levels(); level++) {
            for (AreaTables.OtherInFile other : tables.otherInFile(level)) {
                Unit unit = units.require(other.id());
                renamed += unit.name().equals(other.name()) ? 0 : 1;
                moved += Objects.equals(unit.parentId(), other.parentId()) ? 0 : 1;
                change(unit, other);
                progress.checkCancelled();
            }
            tables.add(level, options.validFrom(), count -> {
                progress.at(added[0] += count, total);
                progress.checkCancelled();
            });
        }
        tables.putInOrder();
        long ended = options.endMissing() ? endMissing(options.levels(), actor) : 0;
        AreasLoaded loaded = new AreasLoaded(added[0], tables.lines() - total, renamed, moved, ended);
        if (loaded.changedAnything()) {
            tables.tidy();
            record(loaded, fileName, actor);
        }
        return loaded;
    }

    private void change(Unit unit, AreaTables.OtherInFile other) {
        @Nullable Unit parent = other.parentId() == null ? null : units.require(other.parentId());
        boolean stays = Objects.equals(unit.parentId(), other.parentId());
        Set<String> aliases = new LinkedHashSet<>(unit.aliases());
        if (!unit.name().equals(other.name())) {
            aliases.add(unit.name());
            aliases.remove(other.name());
        }
        List<UUID> path = new ArrayList<>(parent == null ? List.of() : parent.path());
        path.add(unit.id());
        Unit after = new Unit(
                unit.id(),
                other.parentId(),
                unit.code(),
                other.name(),
                unit.shortName().equals(unit.name()) ? other.name() : unit.shortName(),
                List.copyOf(aliases),
                unit.kind(),
                stays ? unit.order() : other.place(),
                path,
                unit.validFrom(),
                unit.validTo(),
                unit.mergedIntoId());
        units.update(after, units.version(unit.id()));
        if (!stays) {
            units.rehang(unit, parent == null ? List.of() : parent.path());
        }
    }

    /** The last day of what is missing is yesterday; posts end with their areas. */
    private long endMissing(int levels, Actor actor) {
        LocalDate lastDay = LocalDate.now(clock.withZone(zone)).minusDays(1);
        List<UUID> missing = tables.missing(levels);
        if (missing.isEmpty()) {
            return 0;
        }
        for (Unit unit : units.all(posts.unitsWithPosts(missing))) {
            seats.endPostsOf(unit, lastDay, actor);
        }
        tables.end(missing, lastDay);
        return missing.size();
    }

    /** One line for all of it, on the page of our own office where there is one. */
    private void record(AreasLoaded loaded, String fileName, Actor actor) {
        UUID scope = units.office().map(Unit::id).orElseGet(() -> TimeOrderedIds.next(clock));
        Map<String, Object> details = new HashMap<>(loaded.details());
        details.put("file", fileName);
        history.record(new HistoryFact(scope, "organization.areas", scope, "loaded", details, null), actor);
    }
}
