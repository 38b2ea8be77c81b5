package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes several terms of an item anew in one go, each under the rule that holds for it ({@link ItemField}), with one line of history. */
@Service
@Transactional
public class ItemRewriting {

    private static final Set<ItemField> DRAFTED = Set.of(
            ItemField.TITLE, ItemField.POINTS, ItemField.LEAD, ItemField.CO_UNITS, ItemField.LIMIT, ItemField.CYCLE);

    private final Ledger ledger;
    private final ItemDrafting drafting;
    private final ItemSteps steps;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    ItemRewriting(Ledger ledger, ItemDrafting drafting, ItemSteps steps, JdbcClient jdbc, ZoneId zone) {
        this.ledger = ledger;
        this.drafting = drafting;
        this.steps = steps;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Transactional(readOnly = true)
    public ItemTerms terms(UUID itemId, Actor viewer) {
        return terms(ledger.visibleItem(itemId, viewer));
    }

    private ItemTerms terms(Item item) {
        List<String> points = jdbc.sql("select text from ledger.requirement where item_id = :id order by position")
                .param("id", item.id)
                .query(String.class)
                .list();
        List<DraftItem.CoUnit> coUnits = ledger.assignmentsOf(item).stream()
                .filter(unit -> !unit.isLead() && unit.state != AssignmentState.MOVED)
                .map(unit -> new DraftItem.CoUnit(unit.unitId, unit.duty, unit.givenDue))
                .toList();
        return new ItemTerms(item, points, coUnits);
    }

    /** Refused: no such parent for this viewer, the item itself or one below it, and for an item under way a parent that has ended. */
    @Transactional(readOnly = true)
    public void requireParent(UUID itemId, @Nullable UUID parentId, Actor viewer) {
        requireParent(ledger.visibleItem(itemId, viewer), parentId, viewer);
    }

    private void requireParent(Item item, @Nullable UUID parentId, Actor viewer) {
        if (parentId == null) {
            return;
        }
        drafting.requireParent(item.id, parentId, viewer);
        Item parent = ledger.item(parentId);
        if (!parent.open) {
            throw LedgerError.PARENT_ENDED.with(Map.of("item", parent.reference()));
        }
    }

    /**
     * Refused: a stale version, a term that does not change any more in this state, and whatever drafting refuses.
     *
     * @param details of the one line of history
     */
    public void rewrite(UUID itemId, int seenVersion, ItemTerms wanted, Map<String, Object> details, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER, Role.OFFICE_DIRECTOR);
        Item item = ledger.visibleItem(itemId, actor);
        item.requireVersion(seenVersion);
        Set<ItemField> changed = wanted.differencesFrom(terms(item));
        for (ItemField field : changed) {
            if (!field.mayChangeIn(item.state)) {
                throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", "REVISE", "state", item.state.name()));
            }
        }
        if (changed.contains(ItemField.PARENT)) {
            requireParent(item, wanted.parentId, actor);
        }
        if (!Collections.disjoint(changed, DRAFTED)) {
            drafting.rewrite(item, drafted(item, wanted, changed), actor);
            ledger.activity(item, "REVISE");
        }
        item.parentId = wanted.parentId;
        item.label = wanted.label;
        item.forecast = wanted.forecast;
        if (changed.contains(ItemField.OFFICER)) {
            steps.give(item, wanted.officerId);
        }
        ledger.save(item);
        ledger.note(item, "item", item.id, "rewritten", details, null, actor);
    }

    private DraftItem drafted(Item item, ItemTerms wanted, Set<ItemField> changed) {
        boolean limit = changed.contains(ItemField.LIMIT);
        boolean cycle = changed.contains(ItemField.CYCLE);
        return new DraftItem(
                wanted.title,
                item.sourceId,
                jdbc.sql("select id from ledger.clause where item_id = :id and cover = 'ITEM' order by start_at")
                        .param("id", item.id)
                        .query(UUID.class)
                        .list(),
                wanted.points,
                limit ? null : item.limitClass,
                wanted.due,
                wanted.cycle,
                cycle ? null : item.cycleDay,
                wanted.leadUnitId,
                wanted.coUnits,
                jdbc.sql("select title, due from ledger.milestone where item_id = :id order by position")
                        .param("id", item.id)
                        .query((row, n) -> new DraftItem.NewMilestone(
                                row.getString("title"),
                                LocalDate.ofInstant(row.getTimestamp("due").toInstant(), zone)))
                        .list(),
                wanted.parentId,
                wanted.label);
    }
}
