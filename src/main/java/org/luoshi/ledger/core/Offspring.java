package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Items that come out of items: a leader's new instruction, a relapse; and the words and visits that led to them. */
@Component
class Offspring {

    private final Ledger ledger;
    private final Items items;
    private final Assignments assignments;
    private final Numbers numbers;
    private final LedgerObligations obligations;
    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    Offspring(
            Ledger ledger,
            Items items,
            Assignments assignments,
            Numbers numbers,
            LedgerObligations obligations,
            Attachments attachments,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.items = items;
        this.assignments = assignments;
        this.numbers = numbers;
        this.obligations = obligations;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void leaderAgreed(Item item, @Nullable String words, Actor actor) {
        leaderWord(item, true, words, null, actor);
    }

    /** A child item that is filed at once: the leader has decided, nobody else approves. Returns its number. */
    String openChild(Item parent, String words, @Nullable LocalDate due, Actor actor) {
        Item child = likeness(parent, words, due);
        child.parentId = parent.id;
        file(child, parent, List.of(words), actor, "instructed");
        leaderWord(parent, false, words, child.id, actor);
        return child.reference();
    }

    void cured(Item item, String findings, List<UUID> fileIds, Actor actor) {
        visit(item, "CURED", findings, null, fileIds, actor);
    }

    /** The matter is back: a linked item is filed at once for the same units. Returns its number. */
    String relapsed(Item item, String findings, @Nullable LocalDate due, List<UUID> fileIds, Actor actor) {
        Item again = likeness(item, item.title, due);
        List<String> points = jdbc.sql("select text from ledger.requirement where item_id = :id order by position")
                .param("id", item.id)
                .query(String.class)
                .list();
        file(again, item, points, actor, "relapse-filed");
        relate(again, item, "RELAPSE_OF");
        visit(item, "RELAPSED", findings, again.id, fileIds, actor);
        return again.reference();
    }

    void relate(Item item, Item other, String kind) {
        if (item.id.equals(other.id)) {
            throw LedgerError.SAME_ITEM.plain();
        }
        jdbc.sql("""
                insert into ledger.item_relation (item_id, other_id, kind) values (:item, :other, :kind)
                on conflict do nothing
                """)
                .param("item", item.id)
                .param("other", other.id)
                .param("kind", kind)
                .update();
    }

    private Item likeness(Item parent, String title, @Nullable LocalDate due) {
        Item child = new Item();
        child.id = TimeOrderedIds.next(clock);
        child.title = shortened(title);
        child.sourceId = parent.sourceId;
        child.state = ItemState.FILED;
        child.open = true;
        child.limitClass = due == null ? parent.limitClass : null;
        child.givenDue = due;
        child.cycle = parent.cycle;
        child.cycleDay = parent.cycleDay;
        child.officerId = parent.officerId;
        child.officerPostId = parent.officerPostId;
        child.officeUnitId = parent.officeUnitId;
        child.leaderPostId = parent.leaderPostId;
        child.leaderName = parent.leaderName;
        child.leadUnitId = parent.leadUnitId;
        child.createdAt = clock.instant();
        child.filedAt = clock.instant();
        child.lastActivityAt = clock.instant();
        child.lastActivity = "FILED";
        child.folded = Fold.text(title);
        return child;
    }

    private void file(Item child, Item parent, List<String> points, Actor actor, String action) {
        numbers.give(child);
        items.save(child);
        int co = 0;
        for (Assignment before : ledger.assignmentsOf(parent)) {
            if (before.state == AssignmentState.MOVED || before.state == AssignmentState.WAIVED) {
                continue;
            }
            Assignment unit = new Assignment();
            unit.id = TimeOrderedIds.next(clock);
            unit.itemId = child.id;
            unit.unitId = before.unitId;
            unit.part = before.part;
            unit.position = before.position;
            unit.duty = before.duty;
            unit.state = AssignmentState.PLANNED;
            assignments.save(unit);
            co += before.isLead() ? 0 : 1;
        }
        child.coCount = co;
        for (int i = 0; i < points.size(); i++) {
            jdbc.sql("""
                    insert into ledger.requirement (id, item_id, position, text) values (:id, :item, :position, :text)
                    """)
                    .param("id", TimeOrderedIds.next(clock))
                    .param("item", child.id)
                    .param("position", i)
                    .param("text", points.get(i))
                    .update();
        }
        obligations.nextStep(child, actor);
        ledger.save(child);
        ledger.note(
                child,
                "item",
                child.id,
                action,
                Map.of("number", child.reference(), "parent", parent.reference()),
                null,
                actor);
    }

    private void visit(
            Item item, String result, String findings, @Nullable UUID relapseItemId, List<UUID> fileIds, Actor actor) {
        attachments.require(fileIds, List.of(item.id), actor);
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into ledger.revisit (id, item_id, result, findings, person_id, person, happened_at, relapse_item_id)
                values (:id, :item, :result, :findings, :personId, :person, :at, :relapse)
                """)
                .param("id", id)
                .param("item", item.id)
                .param("result", result)
                .param("findings", findings)
                .param("personId", actor.personId())
                .param("person", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("relapse", relapseItemId)
                .update();
        for (UUID fileId : fileIds) {
            jdbc.sql("insert into ledger.revisit_file (revisit_id, file_id) values (:visit, :file)")
                    .param("visit", id)
                    .param("file", fileId)
                    .update();
        }
    }

    private void leaderWord(Item item, boolean agreed, @Nullable String words, @Nullable UUID childId, Actor actor) {
        jdbc.sql("""
                insert into ledger.leader_word (id, item_id, agreed, words, person, said_at, child_id)
                values (:id, :item, :agreed, :words, :person, :at, :child)
                """)
                .param("id", TimeOrderedIds.next(clock))
                .param("item", item.id)
                .param("agreed", agreed)
                .param("words", words)
                .param("person", actor.name())
                .param("at", Sql.at(clock.instant()))
                .param("child", childId)
                .update();
    }

    private static String shortened(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= 200 ? title : title.substring(0, title.offsetByCodePoints(0, 199)) + "…";
    }
}
