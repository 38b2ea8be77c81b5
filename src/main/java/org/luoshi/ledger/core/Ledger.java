package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.notices.NewNotice;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all services of the ledger do the same way: load, save with fresh lights, write history, tell people. */
@Component
class Ledger {

    private final Items items;
    private final Assignments assignments;
    private final Lights lights;
    private final HistoryApi history;
    private final NoticesApi notices;
    private final Fronts fronts;
    private final OrganizationApi organization;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(
            Items items,
            Assignments assignments,
            Lights lights,
            HistoryApi history,
            NoticesApi notices,
            Fronts fronts,
            OrganizationApi organization,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.items = items;
        this.assignments = assignments;
        this.lights = lights;
        this.history = history;
        this.notices = notices;
        this.fronts = fronts;
        this.organization = organization;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The item if this person may see it; otherwise it does not exist for them. */
    Item visibleItem(UUID id, Actor actor) {
        LedgerScope scope = LedgerScope.of(actor, organization);
        boolean visible = scope.bind(jdbc.sql("select exists (select 1 from ledger.item i where i.id = :id and "
                                + scope.condition() + ")")
                        .param("id", id))
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw LedgerError.UNKNOWN.with(Map.of("id", id));
        }
        return item(id);
    }

    /** Those of the items that this person may see. */
    List<UUID> visibleItems(Collection<UUID> ids, Actor actor) {
        LedgerScope scope = LedgerScope.of(actor, organization);
        return scope.bind(jdbc.sql("select i.id from ledger.item i where i.id = any(:ids) and " + scope.condition()
                                + " order by i.id")
                        .param("ids", Sql.ids(ids)))
                .query(UUID.class)
                .list();
    }

    Item item(UUID id) {
        return items.findById(id).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
    }

    Assignment assignment(UUID id) {
        return assignments.findById(id).orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
    }

    List<Assignment> assignmentsOf(Item item) {
        return assignments.ofItem(item.id);
    }

    /** Saves an assignment with its lights and then the item with those of its worst assignment. */
    void save(Item item, Assignment assignment) {
        lights.refresh(assignment);
        assignments.save(assignment);
        save(item);
    }

    /** Saves an item that no unit has yet: there is nobody whose light could count. */
    void saveFresh(Item item) {
        lights.refresh(item, List.of());
        items.save(item);
    }

    void save(Item item) {
        List<Assignment> all = assignments.ofItem(item.id);
        lights.refresh(item, all);
        items.save(item);
    }

    void saveAll(Item item, Collection<Assignment> changed) {
        saveUnits(changed);
        save(item);
    }

    /** Saves assignments with their lights; the caller saves the item after whatever else changes in it. */
    void saveUnits(Collection<Assignment> changed) {
        lights.refreshAll(changed);
        assignments.saveAll(changed);
    }

    void activity(Item item, String what) {
        item.lastActivityAt = clock.instant();
        item.lastActivity = what;
    }

    void note(
            Item item,
            String subjectKind,
            UUID subjectId,
            String action,
            Map<String, Object> details,
            @Nullable String reason,
            Actor actor) {
        history.record(new HistoryFact(item.id, "ledger." + subjectKind, subjectId, action, details, reason), actor);
        events.publishEvent(new ItemNoted(item.id, item.number, item.state, subjectKind, subjectId, action));
    }

    void note(Item item, Step step, Map<String, Object> details, @Nullable String reason, Actor actor) {
        note(item, "item", item.id, step.name().toLowerCase(java.util.Locale.ROOT), details, reason, actor);
    }

    void note(
            Item item,
            Assignment assignment,
            Step step,
            Map<String, Object> details,
            @Nullable String reason,
            Actor actor) {
        Map<String, Object> all = new java.util.HashMap<>(details);
        all.put("unit", unitName(assignment.unitId));
        note(item, "assignment", assignment.id, step.name().toLowerCase(java.util.Locale.ROOT), all, reason, actor);
    }

    /** Tells the people at a unit's front: its liaisons, or its head where there is none. */
    void tellUnit(UUID unitId, Item item, String textKey, Map<String, String> arguments, String ruleKey) {
        tellUnits(List.of(unitId), item, textKey, arguments, ruleKey);
    }

    void tellUnits(Collection<UUID> unitIds, Item item, String textKey, Map<String, String> arguments, String ruleKey) {
        List<UUID> people = fronts.of(unitIds).values().stream()
                .flatMap(front -> front.people().stream())
                .toList();
        tellPeople(people, item, textKey, arguments, ruleKey);
    }

    void tellOfficer(Item item, String textKey, Map<String, String> arguments, String ruleKey) {
        notices.tell(notice(List.of(item.officerId), item, textKey, arguments, ruleKey));
    }

    void tellPeople(Collection<UUID> people, Item item, String textKey, Map<String, String> arguments, String ruleKey) {
        if (!people.isEmpty()) {
            notices.tell(notice(people, item, textKey, arguments, ruleKey));
        }
    }

    NewNotice notice(
            Collection<UUID> people, Item item, String textKey, Map<String, String> arguments, String ruleKey) {
        Map<String, String> all = new java.util.HashMap<>(arguments);
        all.put("number", item.reference());
        all.put("title", item.title);
        return new NewNotice(people, textKey, all, item.page(), item.id, ruleKey);
    }

    List<UUID> frontOf(UUID unitId) {
        return fronts.of(unitId).people();
    }

    List<UUID> watchersOf(Item item) {
        return jdbc.sql("select person_id from ledger.watcher where item_id = :id")
                .param("id", item.id)
                .query(UUID.class)
                .list();
    }

    String unitName(UUID unitId) {
        return organization.unit(unitId).map(Unit::shortName).orElse("?");
    }

    /** The short names of units, in the order of their ids. */
    List<String> unitNames(List<UUID> unitIds) {
        Map<UUID, String> names = shortNames(unitIds);
        return unitIds.stream().map(id -> names.getOrDefault(id, "?")).toList();
    }

    /** The short names by id; unknown units are left out. */
    Map<UUID, String> shortNames(Collection<UUID> unitIds) {
        return organization.units(Set.copyOf(unitIds)).values().stream()
                .collect(Collectors.toMap(Unit::id, Unit::shortName));
    }

    /** A unit that exists and still works today. */
    Unit workingUnit(UUID unitId) {
        return working(unitId, organization.unit(unitId).orElse(null));
    }

    /** Refused unless all of them exist and still work today. */
    void requireWorking(Collection<UUID> unitIds) {
        Map<UUID, Unit> units = organization.units(unitIds);
        unitIds.forEach(id -> working(id, units.get(id)));
    }

    private Unit working(UUID unitId, @Nullable Unit unit) {
        if (unit == null) {
            throw LedgerError.UNKNOWN_UNIT.with(Map.of("unit", unitId));
        }
        if (unit.validTo() != null && unit.validTo().isBefore(java.time.LocalDate.now(clock))) {
            throw LedgerError.UNIT_ENDED.with(Map.of("unit", unit.name()));
        }
        return unit;
    }

    /** Keeps a due instant that was or now is, for ever. */
    void dateChanged(
            Item item,
            @Nullable Assignment assignment,
            String kind,
            @Nullable Instant before,
            @Nullable Instant after,
            @Nullable String reason,
            Actor actor) {
        jdbc.sql("""
                insert into ledger.date_change
                    (id, item_id, assignment_id, kind, before, after, derivation, reason, decided_by, changed_at)
                values (:id, :item, :assignment, :kind, :before, :after, :derivation, :reason, :by, :at)
                """)
                .param("id", org.luoshi.shared.TimeOrderedIds.next(clock))
                .param("item", item.id)
                .param("assignment", assignment == null ? null : assignment.id)
                .param("kind", kind)
                .param("before", Sql.at(before))
                .param("after", Sql.at(after))
                .param("derivation", item.derivation)
                .param("reason", reason)
                .param("by", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    Instant now() {
        return clock.instant();
    }
}
