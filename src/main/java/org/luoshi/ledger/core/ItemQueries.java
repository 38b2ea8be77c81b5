package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryLine;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One item with everything that hangs on it. */
@Component
@Transactional(readOnly = true)
public class ItemQueries {

    private final Ledger ledger;
    private final ItemList list;
    private final PartQueries parts;
    private final ReportQueries reports;
    private final AppealQueries appeals;
    private final Issuing issuing;
    private final Closing closing;
    private final Permissions permissions;
    private final OrganizationApi organization;
    private final WorktimeApi worktime;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    ItemQueries(
            Ledger ledger,
            ItemList list,
            PartQueries parts,
            ReportQueries reports,
            AppealQueries appeals,
            Issuing issuing,
            Closing closing,
            Permissions permissions,
            OrganizationApi organization,
            WorktimeApi worktime,
            HistoryApi history,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.list = list;
        this.parts = parts;
        this.reports = reports;
        this.appeals = appeals;
        this.issuing = issuing;
        this.closing = closing;
        this.permissions = permissions;
        this.organization = organization;
        this.worktime = worktime;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The whole item. Not found for those who may not see it. */
    public ItemDetail detail(UUID id, java.util.Locale language, Actor viewer) {
        Item item = ledger.visibleItem(id, viewer);
        ItemRow row = list.rows(List.of(id)).get(0);
        boolean checks = item.state == ItemState.IN_PROGRESS
                || item.state == ItemState.LONG_TERM
                || item.state == ItemState.PENDING_CLOSE;
        return new ItemDetail(
                row,
                organization.person(item.officerId).map(Person::name).orElse(null),
                item.leaderName,
                item.label,
                item.cycleDay,
                item.limitClass,
                item.forecast,
                item.issuedAt,
                item.closedAt,
                item.revisitDue,
                item.revisitDrawn,
                item.ending,
                item.endingReason,
                item.mergedIntoId == null ? null : related(item.mergedIntoId, "DUPLICATE_OF"),
                item.parentId == null ? null : related(item.parentId, "PARENT"),
                item.overrideBy,
                item.overrideAt,
                derivation(item, language),
                points(id),
                parts.units(item, viewer),
                reports.ofItem(item, viewer),
                appeals.requests(item, viewer),
                appeals.notices(item, viewer),
                parts.dates(item),
                milestones(id),
                relations(id),
                parts.visits(id),
                leaderWords(id),
                checks ? closing.checklist(id) : List.of(),
                steps(item, viewer),
                isWatching(id, viewer),
                fromPartner(id));
    }

    /** The steps that the viewer may take now: what the page shows as buttons. */
    private List<ItemStep> steps(Item item, Actor viewer) {
        return Arrays.stream(ItemStep.values())
                .filter(Step::isTakenByPeople)
                .filter(step -> step.isAllowedFrom(item.state) && permissions.mayTake(step, item, viewer))
                .toList();
    }

    /** How the limit came about; before it is issued, how it would if it were issued now. */
    private List<String> derivation(Item item, java.util.Locale language) {
        DueDate due =
                issuing.dueOf(item.givenDue, item.limitClass, item.issuedAt == null ? clock.instant() : item.issuedAt);
        return due == null ? List.of() : worktime.explain(due, language);
    }

    private List<ItemDetail.Point> points(UUID id) {
        return jdbc.sql("""
                select r.id, r.text, r.waived,
                       count(e.id) filter (where t.state = 'ACCEPTED') as proofs,
                       count(e.id) filter (where t.state = 'SUBMITTED') as proofs_waiting
                from ledger.requirement r
                left join ledger.evidence e on e.requirement_id = r.id
                left join ledger.feedback_target t on t.feedback_id = e.feedback_id and t.item_id = r.item_id
                where r.item_id = :id group by r.id order by r.position
                """).param("id", id).query(ItemDetail.Point.class).list();
    }

    private List<ItemDetail.Milestone> milestones(UUID id) {
        return jdbc.sql("select id, title, due, reached_at from ledger.milestone where item_id = :id order by position")
                .param("id", id)
                .query(ItemDetail.Milestone.class)
                .list();
    }

    private ItemDetail.@Nullable Related related(UUID id, String kind) {
        return jdbc.sql("""
                select id, coalesce(number, title) as reference, title, :kind as kind, state from ledger.item where id = :id
                """)
                .param("id", id)
                .param("kind", kind)
                .query(ItemDetail.Related.class)
                .optional()
                .orElse(null);
    }

    private List<ItemDetail.Related> relations(UUID id) {
        return jdbc.sql("""
                select o.id, coalesce(o.number, o.title) as reference, o.title, r.kind, o.state
                from ledger.item_relation r join ledger.item o on o.id = r.other_id where r.item_id = :id
                union all
                select o.id, coalesce(o.number, o.title), o.title, r.kind || '_BACK', o.state
                from ledger.item_relation r join ledger.item o on o.id = r.item_id where r.other_id = :id
                union all
                select o.id, coalesce(o.number, o.title), o.title, 'CHILD', o.state
                from ledger.item o where o.parent_id = :id
                order by reference
                """).param("id", id).query(ItemDetail.Related.class).list();
    }

    private List<ItemDetail.LeaderWord> leaderWords(UUID id) {
        return jdbc.sql(
                        "select agreed, words, person, said_at from ledger.leader_word where item_id = :id order by said_at, id")
                .param("id", id)
                .query(ItemDetail.LeaderWord.class)
                .list();
    }

    /** The other installation that has handed the item down; null for an item of our own. */
    private @Nullable String fromPartner(UUID id) {
        return jdbc.sql("""
                select p.name from ledger.partner_item h join ledger.partner p on p.id = h.partner_id where h.item_id = :id
                """).param("id", id).query(String.class).optional().orElse(null);
    }

    private boolean isWatching(UUID id, Actor viewer) {
        return jdbc.sql("select exists (select 1 from ledger.watcher where item_id = :id and person_id = :person)")
                .param("id", id)
                .param("person", viewer.personId())
                .query(Boolean.class)
                .single();
    }

    /** True when this file hangs on something of this item that the viewer may see. */
    public boolean hasFile(UUID itemId, UUID fileId, Actor viewer) {
        ledger.visibleItem(itemId, viewer);
        return jdbc.sql("""
                select exists (
                    select 1 from ledger.evidence e join ledger.feedback_target t on t.feedback_id = e.feedback_id
                    where t.item_id = :item and e.file_id = :file
                    union all
                    select 1 from ledger.revisit_file f join ledger.revisit r on r.id = f.revisit_id
                    where r.item_id = :item and f.file_id = :file)
                """)
                .param("item", itemId)
                .param("file", fileId)
                .query(Boolean.class)
                .single();
    }

    /** What people call the item: its number, before that its title. */
    public String reference(UUID itemId, Actor viewer) {
        return ledger.visibleItem(itemId, viewer).reference();
    }

    /** Who did what when, newest first. */
    public List<HistoryLine> history(UUID itemId, int limit, Actor viewer) {
        return history.of(ledger.visibleItem(itemId, viewer).id, limit);
    }

    /** Which item an assignment, request or notice belongs to; for going back to its page. */
    public UUID itemOfAssignment(UUID assignmentId) {
        return ledger.assignment(assignmentId).itemId;
    }

    public UUID itemOfRequest(UUID requestId) {
        return itemOf("change_request", requestId);
    }

    public UUID itemOfNotice(UUID noticeId) {
        return itemOf("supervision_notice", noticeId);
    }

    private UUID itemOf(String table, UUID id) {
        return jdbc.sql("select item_id from ledger." + table + " where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> LedgerError.UNKNOWN.with(Map.of("id", id)));
    }
}
