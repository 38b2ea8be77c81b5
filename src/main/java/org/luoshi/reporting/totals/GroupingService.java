package org.luoshi.reporting.totals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.WrittenUnits;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes groupings; the office's business. */
@Component
@Transactional
public class GroupingService {

    private static final int LONGEST = 200;
    private static final Pattern BETWEEN = Pattern.compile("[、，,；;\\n\\r\\t]+");
    private static final Pattern CODE = Pattern.compile("\\d{2,12}");

    private final JdbcClient jdbc;
    private final GroupingQueries queries;
    private final PlaceQueries places;
    private final Senders senders;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final Clock clock;

    GroupingService(
            JdbcClient jdbc,
            GroupingQueries queries,
            PlaceQueries places,
            Senders senders,
            OrganizationApi organization,
            HistoryApi history,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.places = places;
        this.senders = senders;
        this.organization = organization;
        this.history = history;
        this.clock = clock;
    }

    public UUID make(String name, String basis, Actor actor) {
        requireOffice(actor);
        UUID id = TimeOrderedIds.next(clock);
        int made = jdbc.sql("""
                        insert into reporting.grouping (id, version, name, basis, made_at)
                        values (:id, 1, :name, :basis, :now) on conflict do nothing
                        """)
                .param("id", id)
                .param("name", text("name", name))
                .param("basis", text("basis", basis))
                .param("now", Sql.at(clock.instant()))
                .update();
        if (made == 0) {
            throw GroupingError.NAME_TAKEN.with(Map.of("field", "name", "name", name.strip()));
        }
        record(id, "made", Map.of("name", name.strip(), "basis", basis.strip()), actor);
        return id;
    }

    /** With its members; figures that were told by it are not touched. */
    public void remove(UUID id, int version, Actor actor) {
        requireOffice(actor);
        Grouping grouping = queries.require(id, actor);
        jdbc.sql("delete from reporting.grouping_member where grouping_id = :id")
                .param("id", id)
                .update();
        int removed = jdbc.sql("delete from reporting.grouping where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .update();
        if (removed == 0) {
            throw GroupingError.CHANGED_MEANWHILE.plain();
        }
        record(id, "removed", Map.of("name", grouping.name()), actor);
    }

    /** Adds what is certain of what was typed: names or official codes, with 、 or a line end between them. */
    public GroupingAddition add(UUID id, String typed, Actor actor) {
        requireOffice(actor);
        Grouping grouping = queries.require(id, actor);
        List<String> unclear = new ArrayList<>();
        Map<Long, String> meant = meant(typed, unclear);
        if (meant.isEmpty() && unclear.isEmpty()) {
            throw GroupingError.FIELD_MISSING.with(Map.of("field", "units"));
        }
        List<String> overlapping = new ArrayList<>();
        TreeSet<Long> members = new TreeSet<>(queries.keys(id));
        List<Long> added = new ArrayList<>();
        meant.forEach((key, name) -> {
            if (members.contains(key)) {
                return;
            }
            if (overlaps(members, key)) {
                overlapping.add(name);
            } else {
                members.add(key);
                added.add(key);
            }
        });
        insert(id, added);
        if (!added.isEmpty()) {
            record(id, "members-added", Map.of("name", grouping.name(), "count", added.size()), actor);
        }
        return new GroupingAddition(added.size(), unclear, overlapping);
    }

    public void leaveOut(UUID id, long place, Actor actor) {
        requireOffice(actor);
        Grouping grouping = queries.require(id, actor);
        int left = jdbc.sql("delete from reporting.grouping_member where grouping_id = :id and place = :place")
                .param("id", id)
                .param("place", place)
                .update();
        if (left > 0) {
            changed(id);
            record(
                    id,
                    "member-left-out",
                    Map.of(
                            "name",
                            grouping.name(),
                            "unit",
                            places.require(place).name()),
                    actor);
        }
    }

    private void insert(UUID id, List<Long> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into reporting.grouping_member (grouping_id, place)
                        select :id, place from unnest(:keys) as t (place) on conflict do nothing
                        """).param("id", id).param("keys", keys.toArray(Long[]::new)).update();
        changed(id);
    }

    private void changed(UUID id) {
        jdbc.sql("update reporting.grouping set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** A member that lies in another one would count twice. */
    private static boolean overlaps(TreeSet<Long> members, long key) {
        @Nullable Long below = members.ceiling(key);
        return below != null && PlaceKey.contains(key, below)
                || members.headSet(key).stream().anyMatch(member -> PlaceKey.contains(member, key));
    }

    private Map<Long, String> meant(String typed, List<String> unclear) {
        Map<Long, String> meant = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String part : BETWEEN.split(typed)) {
            String written = part.strip();
            if (CODE.matcher(written).matches()) {
                places.byCode(written)
                        .ifPresentOrElse(place -> meant.put(place.key(), place.name()), () -> unclear.add(written));
            } else if (!written.isEmpty()) {
                names.add(written);
            }
        }
        if (!names.isEmpty()) {
            WrittenUnits written = organization.writtenUnits(String.join("、", names));
            unclear.addAll(written.unclear().keySet());
            for (Place place :
                    places.ofUnits(written.units().stream().map(Unit::id).toList())) {
                meant.put(place.key(), place.name());
            }
        }
        return meant;
    }

    private static String text(String field, String typed) {
        String text = typed.strip().replace("\0", "");
        if (text.isEmpty()) {
            throw GroupingError.FIELD_MISSING.with(Map.of("field", field));
        }
        if (text.length() > LONGEST) {
            throw GroupingError.TOO_LONG.with(Map.of("field", field, "most", LONGEST));
        }
        return text;
    }

    private void requireOffice(Actor actor) {
        if (!senders.isOffice(actor)) {
            throw GroupingError.NOT_YOURS.plain();
        }
    }

    private void record(UUID id, String action, Map<String, Object> details, Actor actor) {
        history.record(new HistoryFact(id, "reporting.grouping", id, action, details, null), actor);
    }
}
