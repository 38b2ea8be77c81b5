package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open work goes on with whoever comes after: another unit, another officer, another handler. Doing it twice changes nothing. */
@Component
class Successions {

    private final Ledger ledger;
    private final Assignments assignments;
    private final FeedbackDues dues;
    private final LedgerObligations obligations;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final Clock clock;

    Successions(
            Ledger ledger,
            Assignments assignments,
            FeedbackDues dues,
            LedgerObligations obligations,
            OrganizationApi organization,
            JdbcClient jdbc,
            Clock clock) {
        this.ledger = ledger;
        this.assignments = assignments;
        this.dues = dues;
        this.obligations = obligations;
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Each open part goes over as it stands, with its clocks and its reports; what is closed stays where it was. */
    void unitMerged(UUID unitId, UUID intoId) {
        List<UUID> parts = jdbc.sql("""
                select a.id from ledger.assignment a join ledger.item i on i.id = a.item_id
                where a.unit_id = :unit and i.is_open and a.state <> 'MOVED' order by a.id for update of i, a
                """).param("unit", unitId).query(UUID.class).list();
        parts.forEach(part -> goesOver(ledger.assignment(part), intoId));
        jdbc.sql(
                        "update ledger.feedback set unit_id = :into where unit_id = :unit and state in ('DRAFT', 'UNIT_REVIEW')")
                .param("into", intoId)
                .param("unit", unitId)
                .update();
        jdbc.sql("""
                update ledger.change_request
                set asking_unit_id = case when asking_unit_id = :unit then :into else asking_unit_id end,
                    proposed_unit_id = case when proposed_unit_id = :unit then :into else proposed_unit_id end
                where state in ('ASKED', 'UNIT_SIGNED', 'SEEN') and (asking_unit_id = :unit or proposed_unit_id = :unit)
                """).param("into", intoId).param("unit", unitId).update();
    }

    private void goesOver(Assignment part, UUID intoId) {
        Item item = ledger.item(part.itemId);
        String before = ledger.unitName(part.unitId);
        Optional<Assignment> already = ledger.assignmentsOf(item).stream()
                .filter(other -> other.unitId.equals(intoId) && other.state != AssignmentState.MOVED)
                .findFirst();
        if (part.isLead()) {
            item.leadUnitId = intoId;
        }
        if (already.isPresent()) {
            joins(item, part, already.get());
        } else {
            if (part.unitId.equals(part.insideUnitId)) {
                part.insideUnitId = null;
                part.insidePersonId = null;
            }
            part.unitId = intoId;
            ledger.save(item, part);
        }
        Map<String, Object> details = new HashMap<>();
        details.put("unit", before);
        details.put("to", ledger.unitName(intoId));
        ledger.note(item, "assignment", part.id, "merged", details, null, Actor.system());
    }

    /** The successor has a part already: it keeps that one, as the lead where one of the two led. */
    private void joins(Item item, Assignment part, Assignment successor) {
        boolean led = part.isLead();
        if (AssignmentStep.MOVE_AWAY.isAllowedFrom(part.state)) {
            part.move(AssignmentStep.MOVE_AWAY, ledger.now());
        } else {
            part.state = AssignmentState.MOVED;
            part.lastActivityAt = ledger.now();
        }
        dues.releaseAll(part, "moved");
        obligations.releaseAllOf(part, "moved");
        part.part = Part.CO;
        assignments.save(part);
        if (led) {
            successor.part = Part.LEAD;
        }
        item.coCount = Math.max(0, item.coCount - 1);
        ledger.saveAll(item, List.of(part, successor));
    }

    /** The post's items and what is owed for them go to its new holder. */
    void officerChanged(UUID postId, UUID personId) {
        List<UUID> items = jdbc.sql("""
                select id from ledger.item
                where officer_post_id = :post and officer_id <> :person and (is_open or state in ('CLOSED', 'STRUCK_OFF'))
                order by id for update
                """)
                .param("post", postId)
                .param("person", personId)
                .query(UUID.class)
                .list();
        String name = organization.person(personId).map(Person::name).orElse("?");
        for (UUID id : items) {
            Item item = ledger.item(id);
            item.officerId = personId;
            handOfficersWork(item);
            ledger.save(item);
            ledger.note(item, "item", item.id, "given", Map.of("officer", name), null, Actor.system());
        }
    }

    /** Everything that waits for the officer in charge: the item's own next step, coordination, reviews, first looks. */
    void handOfficersWork(Item item) {
        if (item.stepObligationId != null && LedgerObligations.isOfTheOfficer(item.state)) {
            obligations.handTo(item.stepObligationId, item.officeUnitId, item.officerId);
        }
        ids("""
                select c.id from ledger.coordination c join ledger.assignment a on a.id = c.assignment_id
                where a.item_id = :id and c.answered_at is null
                """, item).forEach(id -> hand(LedgerObligations.id("coordination", id), item));
        jdbc.sql(
                        "select feedback_id, assignment_id from ledger.feedback_target where item_id = :id and state = 'SUBMITTED'")
                .param("id", item.id)
                .query((row, n) -> FeedbackService.reviewObligation(
                        row.getObject("feedback_id", UUID.class), row.getObject("assignment_id", UUID.class)))
                .list()
                .forEach(id -> hand(id, item));
        ids("select id from ledger.change_request where item_id = :id and state = 'UNIT_SIGNED'", item)
                .forEach(id -> hand(LedgerObligations.id("request", id, RequestState.UNIT_SIGNED), item));
    }

    private void hand(UUID obligationId, Item item) {
        obligations.handTo(obligationId, item.officeUnitId, item.officerId);
    }

    private List<UUID> ids(String sql, Item item) {
        return jdbc.sql(sql).param("id", item.id).query(UUID.class).list();
    }

    /** What a division's handler had in hand goes to the successor, or back to the division. */
    void handlerLeft(UUID unitId, UUID leaverId, @Nullable UUID toId) {
        jdbc.sql("""
                update ledger.assignment a set inside_person_id = :to, version = a.version + 1, changed_at = :now
                from ledger.item i
                where i.id = a.item_id and i.is_open and a.inside_unit_id = :unit and a.inside_person_id = :leaver
                """)
                .param("to", toId)
                .param("now", Sql.at(clock.instant()))
                .param("unit", unitId)
                .param("leaver", leaverId)
                .update();
    }
}
