package org.luoshi.ledger.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What must be so before an item may close (domain/supervision.md 1.2 and section 2, 9): evidence for each point, every unit accepted or waived,
 * nothing waiting, no child open. Shown as a checklist and enforced at the step.
 */
@Component
public class Closing {

    private final Ledger ledger;
    private final JdbcClient jdbc;

    Closing(Ledger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /**
     * One line of the checklist.
     *
     * @param missing what stands in the way; null when the line is fulfilled
     */
    public record Check(LedgerError rule, @Nullable String missing) {

        public boolean isFulfilled() {
            return missing == null;
        }
    }

    /** The checklist in the order in which it is read. */
    public List<Check> checklist(UUID itemId) {
        List<Check> checks = new ArrayList<>();
        checks.add(check(LedgerError.EVIDENCE_MISSING, pointsWithoutEvidence(itemId)));
        checks.add(check(LedgerError.UNITS_NOT_SETTLED, unitsNotSettled(itemId)));
        checks.add(check(LedgerError.FEEDBACK_WAITING, feedbackWaiting(itemId)));
        checks.add(check(LedgerError.REQUEST_OPEN, requestsOpen(itemId)));
        checks.add(check(LedgerError.CHILDREN_OPEN, childrenOpen(itemId)));
        return checks;
    }

    void require(UUID itemId) {
        for (Check check : checklist(itemId)) {
            if (check.missing() != null) {
                throw check.rule().with(Map.of("missing", check.missing()));
            }
        }
    }

    private static Check check(LedgerError rule, List<String> missing) {
        return new Check(rule, missing.isEmpty() ? null : String.join("、", missing));
    }

    /** Points whose proof is not in an accepted report: a file where the kind of source wants one, else a file or words. */
    private List<String> pointsWithoutEvidence(UUID itemId) {
        return jdbc.sql("""
                select r.text from ledger.requirement r
                join ledger.item i on i.id = r.item_id
                left join ledger.source s on s.id = i.source_id
                left join ledger.source_kind k on k.code = s.kind
                where r.item_id = :id and r.waived is null
                  and not exists (
                      select 1 from ledger.evidence e
                      join ledger.feedback_target t on t.feedback_id = e.feedback_id
                      where e.requirement_id = r.id and t.item_id = r.item_id and t.state = 'ACCEPTED'
                        and (e.file_id is not null or not coalesce(k.needs_file, false)))
                order by r.position
                """).param("id", itemId).query(String.class).list();
    }

    private List<String> unitsNotSettled(UUID itemId) {
        return ledger.unitNames(
                jdbc.sql("""
                select unit_id from ledger.assignment
                where item_id = :id and state not in ('ACCEPTED', 'WAIVED', 'MOVED') order by part desc, position
                """).param("id", itemId).query(UUID.class).list());
    }

    private List<String> feedbackWaiting(UUID itemId) {
        return ledger.unitNames(
                jdbc.sql("""
                select a.unit_id from ledger.feedback_target t
                join ledger.assignment a on a.id = t.assignment_id
                where t.item_id = :id and t.state = 'SUBMITTED'
                """).param("id", itemId).query(UUID.class).list());
    }

    private List<String> requestsOpen(UUID itemId) {
        return jdbc.sql("""
                select asked_by from ledger.change_request
                where item_id = :id and state in ('ASKED', 'UNIT_SIGNED', 'SEEN') order by asked_at, id
                """).param("id", itemId).query(String.class).list();
    }

    private List<String> childrenOpen(UUID itemId) {
        return jdbc.sql("select coalesce(number, title) from ledger.item where parent_id = :id and is_open order by id")
                .param("id", itemId)
                .query(String.class)
                .list();
    }
}
