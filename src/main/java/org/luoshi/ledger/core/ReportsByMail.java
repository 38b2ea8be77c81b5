package org.luoshi.ledger.core;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports that came by mail: drafts like any other, with a line that says so for ever. */
@Service
@Transactional
public class ReportsByMail {

    private static final int MOST = 5000;

    private final Ledger ledger;
    private final FeedbackService feedback;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;

    ReportsByMail(Ledger ledger, FeedbackService feedback, OrganizationApi organization, JdbcClient jdbc) {
        this.ledger = ledger;
        this.feedback = feedback;
        this.organization = organization;
        this.jdbc = jdbc;
    }

    /** Parts that this person may report on for a unit and that the unit still owes something for. */
    @Transactional(readOnly = true)
    public List<UUID> openPartsOf(Actor person) {
        Set<UUID> units = new HashSet<>();
        for (Seat seat : person.seats()) {
            if (seat.roles().stream().anyMatch(Permissions.UNIT_ROLES::contains)) {
                units.add(seat.unitId());
            }
            if (seat.roles().contains(Role.UNIT_LIAISON) || seat.roles().contains(Role.HANDLER)) {
                units.addAll(Permissions.actingUnits(seat.unitId(), organization));
            }
        }
        return jdbc.sql("""
                select id from ledger.assignment where unit_id = any(:units) and state = any(:states)
                order by id desc limit :most
                """)
                .param("units", Sql.ids(units))
                .param("states", Sql.texts(running()))
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }

    private static List<String> running() {
        return Arrays.stream(AssignmentState.values())
                .filter(AssignmentState::isRunning)
                .map(AssignmentState::name)
                .toList();
    }

    /** Never by an officer on behalf: whoever writes acts for the unit itself. */
    public UUID draft(UUID assignmentId, String text, List<UUID> fileIds, int leftOut, Actor person) {
        if (!openPartsOf(person).contains(assignmentId)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        List<NewFeedback.Proof> proofs = fileIds.stream()
                .map(file -> new NewFeedback.Proof(null, file, null))
                .toList();
        UUID id = feedback.draft(
                new NewFeedback(List.of(assignmentId), FeedbackKind.PERIODIC, text, null, null, proofs), person);
        Assignment part = ledger.assignment(assignmentId);
        Item item = ledger.item(part.itemId);
        Map<String, Object> details = Map.of("unit", ledger.unitName(part.unitId), "person", person.name());
        ledger.note(item, "feedback", id, "mailed", details, null, person);
        ledger.tellPeople(
                List.of(person.personId()),
                item,
                leftOut == 0 ? "ledger.neighbours.notice.drafted" : "ledger.neighbours.notice.drafted-without",
                Map.of("count", String.valueOf(leftOut)),
                "mail-draft");
        return id;
    }
}
