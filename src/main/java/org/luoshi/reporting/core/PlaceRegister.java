package org.luoshi.reporting.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitInTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the places in step with the unit tree. A unit that is moved gets a new place and its old one ends; what was reported for the old
 * place stays there.
 */
@Component
public class PlaceRegister {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceRegister.class);
    private static final int AT_A_TIME = 5000;

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final Senders senders;
    private final ZoneId zone;
    private final Clock clock;

    PlaceRegister(JdbcClient jdbc, OrganizationApi organization, Senders senders, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.senders = senders;
        this.zone = zone;
        this.clock = clock;
    }

    /** Compares with the unit tree where that changed since the last time. The row of the tree's revision lets one node at a time do it. */
    @Transactional
    public void refresh() {
        long seen = jdbc.sql("select revision from reporting.tree for update")
                .query(Long.class)
                .single();
        long now = organization.treeRevision();
        if (seen == now) {
            return;
        }
        Comparison comparison = new Comparison(known());
        organization.eachUnit(comparison::take);
        comparison.flush();
        jdbc.sql("update reporting.tree set revision = :now").param("now", now).update();
        senders.forget();
    }

    private Map<UUID, Known> known() {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.sql(
                        "select unit_id, key, code, name, valid_from, valid_to from reporting.place order by valid_to nulls last")
                .query((row, index) -> {
                    known.putIfAbsent(
                            row.getObject("unit_id", UUID.class),
                            new Known(
                                    row.getLong("key"),
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_to", LocalDate.class)));
                    return index;
                })
                .list();
        return known;
    }

    /** What is known of a unit's newest place. */
    private record Known(
            long key,
            @Nullable String code,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean says(UnitInTree unit) {
            return name.equals(unit.name())
                    && Objects.equals(code, unit.code())
                    && validFrom.equals(unit.validFrom())
                    && Objects.equals(validTo, unit.validTo());
        }
    }

    /** Takes the units of the tree, parents first, and writes what differs. */
    private final class Comparison {

        private final Map<UUID, Known> known;
        private final Map<UUID, Long> keys = new HashMap<>();
        private final Map<Long, Integer> lastSibling = new HashMap<>();
        private final List<Place> added = new ArrayList<>();
        private final List<Place> changed = new ArrayList<>();

        Comparison(Map<UUID, Known> known) {
            this.known = known;
            known.values().forEach(place -> number(place.key()));
            jdbc.sql("select key from reporting.place where valid_to is not null")
                    .query(Long.class)
                    .list()
                    .forEach(this::number);
        }

        private void number(long key) {
            lastSibling.merge(PlaceKey.parent(key), PlaceKey.sibling(key), Math::max);
        }

        void take(UnitInTree unit) {
            Long parent = unit.parentId() == null ? Long.valueOf(PlaceKey.ALL) : keys.get(unit.parentId());
            if (parent == null || PlaceKey.level(parent) == PlaceKey.DEEPEST) {
                return;
            }
            Known before = known.get(unit.id());
            if (before != null && PlaceKey.parent(before.key()) == parent) {
                keys.put(unit.id(), before.key());
                if (!before.says(unit)) {
                    changed.add(place(before.key(), unit, unit.validFrom()));
                }
            } else {
                add(unit, parent, before);
            }
            if (added.size() + changed.size() >= AT_A_TIME) {
                flush();
            }
        }

        private void add(UnitInTree unit, long parent, @Nullable Known before) {
            int sibling = lastSibling.getOrDefault(parent, 0) + 1;
            int level = PlaceKey.level(parent) + 1;
            if (sibling > PlaceKey.mostSiblings(level)) {
                LOG.warn("{} has no place in reporting: too many units beside it", unit.name());
                return;
            }
            lastSibling.put(parent, sibling);
            if (before != null && before.validTo() == null) {
                end(before.key(), unit.validFrom());
            }
            long key = PlaceKey.child(parent, sibling);
            keys.put(unit.id(), key);
            added.add(place(key, unit, unit.validFrom()));
        }

        private Place place(long key, UnitInTree unit, LocalDate from) {
            return new Place(key, unit.id(), PlaceKey.level(key), unit.code(), unit.name(), from, unit.validTo());
        }

        private void end(long key, LocalDate earliest) {
            jdbc.sql(
                            "update reporting.place set valid_to = greatest(cast(:yesterday as date), :earliest) where key = :key")
                    .param("yesterday", LocalDate.now(clock.withZone(zone)).minusDays(1))
                    .param("earliest", earliest)
                    .param("key", key)
                    .update();
        }

        void flush() {
            write("""
                    insert into reporting.place (key, unit_id, province, level, code, name, valid_from, valid_to)
                    select t.key, t.unit_id, t.province, t.level, t.code, t.name, t.valid_from, t.valid_to
                    """, added);
            write("""
                    update reporting.place p set code = t.code, name = t.name, valid_from = t.valid_from, valid_to = t.valid_to
                    """, changed);
            added.clear();
            changed.clear();
        }

        private void write(String what, List<Place> places) {
            if (places.isEmpty()) {
                return;
            }
            String condition = what.stripLeading().startsWith("update") ? " where p.key = t.key" : "";
            jdbc.sql(what + """
                             from unnest(:keys, :units, :provinces, :levels, :codes, :names, :froms::date[], :tos::date[])
                                as t (key, unit_id, province, level, code, name, valid_from, valid_to)
                            """ + condition)
                    .param("keys", places.stream().map(Place::key).toArray(Long[]::new))
                    .param("units", places.stream().map(Place::unitId).toArray(UUID[]::new))
                    .param(
                            "provinces",
                            places.stream()
                                    .map(place -> PlaceKey.province(place.key()))
                                    .toArray(Short[]::new))
                    .param(
                            "levels",
                            places.stream().map(place -> (short) place.level()).toArray(Short[]::new))
                    .param("codes", places.stream().map(Place::code).toArray(String[]::new))
                    .param("names", places.stream().map(Place::name).toArray(String[]::new))
                    .param(
                            "froms",
                            places.stream()
                                    .map(place -> place.validFrom().toString())
                                    .toArray(String[]::new))
                    .param(
                            "tos",
                            places.stream()
                                    .map(place -> place.validTo() == null
                                            ? null
                                            : place.validTo().toString())
                                    .toArray(String[]::new))
                    .update();
        }
    }
}
