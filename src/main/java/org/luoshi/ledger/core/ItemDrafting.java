package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing down what is to be done, by whom and by when, before it is filed. */
@Service
@Transactional
public class ItemDrafting {

    private final Ledger ledger;
    private final Assignments assignments;
    private final LedgerObligations obligations;
    private final Once once;
    private final WorktimeApi worktime;
    private final JdbcClient jdbc;
    private final Clock clock;

    ItemDrafting(
            Ledger ledger,
            Assignments assignments,
            LedgerObligations obligations,
            Once once,
            WorktimeApi worktime,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.assignments = assignments;
        this.obligations = obligations;
        this.once = once;
        this.worktime = worktime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Drafts an item. The same key from the same person answers with the item of the first time. */
    public UUID draft(DraftItem command, @Nullable String idempotencyKey, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER, Role.OFFICE_DIRECTOR);
        return once.create("item", idempotencyKey, actor, () -> draft(command, actor));
    }

    private UUID draft(DraftItem command, Actor actor) {
        return draft(TimeOrderedIds.next(clock), clock.instant(), command, actor);
    }

    /** Under an id that was chosen before, so that many drafts of one moment keep their order. */
    UUID draft(UUID id, Instant at, DraftItem command, Actor actor) {
        Item item = newItem(id, at, command, actor);
        obligations.nextStep(item, actor);
        ledger.saveFresh(item);
        write(item, command, actor);
        ledger.note(item, "item", item.id, "drafted", Map.of("title", item.title), null, actor);
        return item.id;
    }

    /** Changes a draft. Two people at once: the second is told (409) and keeps what was typed. */
    public void revise(UUID itemId, int seenVersion, DraftItem command, Actor actor) {
        Permissions.requireOffice(actor, Role.OFFICER, Role.OFFICE_DIRECTOR);
        Item item = ledger.item(itemId);
        item.requireVersion(seenVersion);
        if (item.state != ItemState.DRAFT) {
            throw LedgerError.STEP_NOT_POSSIBLE.with(Map.of("step", "REVISE", "state", item.state.name()));
        }
        rewrite(item, command, actor);
        ledger.activity(item, "REVISE");
        ledger.note(item, "item", item.id, "revised", Map.of("title", item.title), null, actor);
        ledger.save(item);
    }

    /** Writes a draft's terms, units, points and milestones anew; whoever calls saves it and writes the history. */
    void rewrite(Item item, DraftItem command, Actor actor) {
        for (String table : List.of("milestone", "requirement", "assignment")) {
            jdbc.sql("delete from ledger." + table + " where item_id = :id")
                    .param("id", item.id)
                    .update();
        }
        jdbc.sql("update ledger.clause set cover = 'OPEN', item_id = null where item_id = :id and cover = 'ITEM'")
                .param("id", item.id)
                .update();
        fill(item, command, actor);
        write(item, command, actor);
    }

    Item newItem(DraftItem command, Actor actor) {
        return newItem(TimeOrderedIds.next(clock), clock.instant(), command, actor);
    }

    private Item newItem(UUID id, Instant at, DraftItem command, Actor actor) {
        Item item = new Item();
        item.id = id;
        item.state = ItemState.DRAFT;
        item.open = true;
        item.createdAt = at;
        item.lastActivityAt = at;
        item.lastActivity = "DRAFTED";
        item.officerId = actor.personId();
        Permissions.officeSeat(actor).ifPresent(seat -> {
            item.officerPostId = seat.postId();
            item.officeUnitId = seat.unitId();
        });
        fill(item, command, actor);
        return item;
    }

    private void fill(Item item, DraftItem command, Actor actor) {
        requireTerms(item, command, actor);
        item.title = command.title().strip();
        item.sourceId = command.sourceId();
        item.parentId = command.parentId();
        item.limitClass = command.limitClass();
        item.givenDue = command.due();
        item.cycle = command.cycle();
        item.cycleDay = command.cycleDay();
        item.label = command.label();
        item.leadUnitId = command.leadUnitId();
        item.coCount = command.coUnits().size();
        List<@Nullable String> words = new ArrayList<>(List.of(item.title));
        words.addAll(command.requirements());
        words.add(command.label());
        command.coUnits().forEach(co -> words.add(co.duty()));
        if (command.sourceId() != null) {
            Leader leader = leaderOf(command.sourceId());
            item.leaderPostId = leader.leaderPostId();
            item.leaderName = leader.leaderName();
            words.add(leader.title());
            words.add(leader.number());
            words.add(leader.leaderName());
        }
        item.folded = Fold.text(words.stream().filter(Objects::nonNull).collect(Collectors.joining(" ")));
    }

    private record Leader(
            @Nullable UUID leaderPostId,
            @Nullable String leaderName,
            String title,
            @Nullable String number) {}

    /** Without the text of the source, which may be long. */
    private Leader leaderOf(UUID sourceId) {
        return jdbc.sql("select leader_post_id, leader_name, title, number from ledger.source where id = :id")
                .param("id", sourceId)
                .query(Leader.class)
                .optional()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", sourceId)));
    }

    private void write(Item item, DraftItem command, Actor actor) {
        writeUnits(item, command);
        writeRequirements(item, command);
        for (int i = 0; i < command.milestones().size(); i++) {
            DraftItem.NewMilestone milestone = command.milestones().get(i);
            jdbc.sql("""
                    insert into ledger.milestone (id, item_id, position, title, due)
                    values (:id, :item, :position, :title, :due)
                    """)
                    .param("id", TimeOrderedIds.next(clock))
                    .param("item", item.id)
                    .param("position", i)
                    .param("title", milestone.title())
                    .param(
                            "due",
                            Sql.at(worktime.endOf(milestone.due(), clock.instant())
                                    .due()))
                    .update();
        }
        for (UUID clauseId : command.clauseIds()) {
            linkClause(item, clauseId);
        }
    }

    private void writeUnits(Item item, DraftItem command) {
        List<Assignment> planned = new ArrayList<>();
        Set<UUID> seen = new LinkedHashSet<>();
        if (command.leadUnitId() != null) {
            seen.add(command.leadUnitId());
            planned.add(planned(item, command.leadUnitId(), Part.LEAD, 0, null, null));
        }
        int position = 1;
        for (DraftItem.CoUnit co : command.coUnits()) {
            if (!seen.add(co.unitId())) {
                throw LedgerError.UNIT_TWICE.with(Map.of("unit", ledger.unitName(co.unitId())));
            }
            planned.add(planned(item, co.unitId(), Part.CO, position++, co.duty(), co.due()));
        }
        ledger.requireWorking(seen);
        assignments.saveAll(planned);
    }

    private Assignment planned(
            Item item, UUID unitId, Part part, int position, @Nullable String duty, @Nullable LocalDate due) {
        Assignment assignment = new Assignment();
        assignment.id = TimeOrderedIds.next(clock);
        assignment.itemId = item.id;
        assignment.unitId = unitId;
        assignment.part = part;
        assignment.position = position;
        assignment.duty = duty;
        assignment.givenDue = due;
        assignment.state = AssignmentState.PLANNED;
        return assignment;
    }

    private void writeRequirements(Item item, DraftItem command) {
        List<String> texts = command.requirements().isEmpty() ? List.of(item.title) : command.requirements();
        List<UUID> clauses = command.clauseIds();
        jdbc.sql("""
                insert into ledger.requirement (id, item_id, clause_id, position, text)
                select id, :item, clause_id, position - 1, text
                from unnest(:ids, :clauses, :texts) with ordinality as t (id, clause_id, text, position)
                """)
                .param("item", item.id)
                .param(
                        "ids",
                        texts.stream().map(text -> TimeOrderedIds.next(clock)).toArray(UUID[]::new))
                .param("clauses", Arrays.copyOf(Sql.ids(clauses), texts.size()))
                .param("texts", texts.stream().map(String::strip).toArray(String[]::new))
                .update();
    }

    private void linkClause(Item item, UUID clauseId) {
        int linked = jdbc.sql("""
                update ledger.clause set cover = 'ITEM', item_id = :item, reason = null
                where id = :id and source_id = :source and cover <> 'ITEM'
                """)
                .param("item", item.id)
                .param("id", clauseId)
                .param("source", item.sourceId)
                .update();
        if (linked == 0) {
            throw LedgerError.CLAUSE_IN_USE.plain();
        }
    }

    private void requireTerms(Item item, DraftItem command, Actor actor) {
        if (command.limitClass() != null) {
            boolean known = jdbc.sql("select exists (select 1 from ledger.limit_class where code = :code)")
                    .param("code", command.limitClass())
                    .query(Boolean.class)
                    .single();
            if (!known) {
                throw LedgerError.UNKNOWN_KIND.with(Map.of("kind", command.limitClass()));
            }
        }
        Integer day = command.cycleDay();
        int lastDay = command.cycle() == Cycle.WEEKLY ? 7 : 31;
        if (day != null && (day < 1 || day > lastDay)) {
            throw LedgerError.CYCLE_DAY.with(Map.of("last", lastDay));
        }
        if (command.parentId() != null) {
            requireParent(item.id, command.parentId(), actor);
        }
    }

    void requireParent(UUID itemId, UUID parentId, Actor actor) {
        ledger.visibleItem(parentId, actor);
        requireNotBelow(itemId, parentId);
    }

    /** An item that were its own ancestor could never close. */
    private void requireNotBelow(UUID itemId, UUID parentId) {
        boolean below = jdbc.sql("""
                with recursive up (id, parent_id) as (
                    select id, parent_id from ledger.item where id = :parent
                    union select i.id, i.parent_id from ledger.item i join up on i.id = up.parent_id)
                select exists (select 1 from up where id = :item)
                """)
                .param("parent", parentId)
                .param("item", itemId)
                .query(Boolean.class)
                .single();
        if (below) {
            throw LedgerError.SAME_ITEM.plain();
        }
    }
}
