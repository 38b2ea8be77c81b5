package org.luoshi.ledger.core;

import static org.luoshi.ledger.core.ItemState.ARCHIVED;
import static org.luoshi.ledger.core.ItemState.CANCELLED;
import static org.luoshi.ledger.core.ItemState.CLOSED;
import static org.luoshi.ledger.core.ItemState.DRAFT;
import static org.luoshi.ledger.core.ItemState.FILED;
import static org.luoshi.ledger.core.ItemState.IN_PROGRESS;
import static org.luoshi.ledger.core.ItemState.ISSUED;
import static org.luoshi.ledger.core.ItemState.LONG_TERM;
import static org.luoshi.ledger.core.ItemState.MERGED;
import static org.luoshi.ledger.core.ItemState.NOT_FILED;
import static org.luoshi.ledger.core.ItemState.PENDING_APPROVAL;
import static org.luoshi.ledger.core.ItemState.PENDING_CLOSE;
import static org.luoshi.ledger.core.ItemState.PENDING_LEADER;
import static org.luoshi.ledger.core.ItemState.RELAPSED;
import static org.luoshi.ledger.core.ItemState.REVISITED;
import static org.luoshi.ledger.core.ItemState.STRUCK_OFF;
import static org.luoshi.ledger.core.ItemState.SUSPENDED;
import static org.luoshi.ledger.core.StepField.FILES;
import static org.luoshi.ledger.core.StepField.ITEM;
import static org.luoshi.ledger.core.StepField.OPTIONAL_DATE;
import static org.luoshi.ledger.core.StepField.REASON;
import static org.luoshi.ledger.core.StepField.REMARK;
import static org.luoshi.shared.Role.ARCHIVIST;
import static org.luoshi.shared.Role.INSTRUCTING_LEADER;
import static org.luoshi.shared.Role.LEADERS_SECRETARY;
import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;
import static org.luoshi.shared.Role.OFFICE_LEADER;

import java.util.EnumSet;
import java.util.Set;
import org.luoshi.shared.Role;

/** The whole life of an item (domain/supervision.md 1.1). One line is one rule; buttons, API and tests read this table. */
public enum ItemStep implements StateStep<ItemState> {
    SUBMIT(Set.of(OFFICER), EnumSet.of(DRAFT), PENDING_APPROVAL, Set.of()),
    /** Sources whose kind skips approval (board and party-group decisions in some organisations). */
    FILE_AT_ONCE(Set.of(OFFICER), EnumSet.of(DRAFT), FILED, Set.of()),
    APPROVE(Set.of(OFFICE_DIRECTOR, OFFICE_LEADER), EnumSet.of(PENDING_APPROVAL), FILED, Set.of()),
    SEND_BACK(Set.of(OFFICE_DIRECTOR, OFFICE_LEADER), EnumSet.of(PENDING_APPROVAL), DRAFT, Set.of(REASON)),
    DECLINE(Set.of(OFFICE_DIRECTOR), EnumSet.of(DRAFT, PENDING_APPROVAL), NOT_FILED, Set.of(REASON)),
    ISSUE(Set.of(OFFICER), EnumSet.of(FILED), ISSUED, Set.of()),
    /** The lead has signed. */
    START(Set.of(), EnumSet.of(ISSUED), IN_PROGRESS, Set.of()),
    PROPOSE_CLOSE(Set.of(OFFICER), EnumSet.of(IN_PROGRESS, LONG_TERM), PENDING_CLOSE, Set.of(REASON)),
    /** Never by the one who proposed it. */
    CONFIRM_CLOSE(Set.of(OFFICER, OFFICE_DIRECTOR), EnumSet.of(PENDING_CLOSE), PENDING_LEADER, Set.of()),
    RETURN_TO_WORK(
            Set.of(OFFICER, OFFICE_DIRECTOR), EnumSet.of(PENDING_CLOSE), IN_PROGRESS, Set.of(REASON, OPTIONAL_DATE)),
    LEADER_AGREE(Set.of(INSTRUCTING_LEADER, LEADERS_SECRETARY), EnumSet.of(PENDING_LEADER), CLOSED, Set.of(REMARK)),
    /** A new instruction: opens a child item, and this one goes on until that is done. */
    LEADER_INSTRUCT(
            Set.of(INSTRUCTING_LEADER, LEADERS_SECRETARY),
            EnumSet.of(PENDING_LEADER),
            IN_PROGRESS,
            Set.of(REASON, OPTIONAL_DATE)),
    /** Closed without a leader's page, because no leader asked for it. */
    CLOSE_WITHOUT_LEADER(Set.of(), EnumSet.of(PENDING_LEADER), CLOSED, Set.of()),
    STRIKE_OFF(Set.of(OFFICER), EnumSet.of(CLOSED), STRUCK_OFF, Set.of()),
    /** By another officer than the one in charge. */
    CONFIRM_CURED(Set.of(OFFICER), EnumSet.of(STRUCK_OFF), REVISITED, Set.of(REASON, FILES)),
    /** By another officer than the one in charge; opens a linked item. */
    RELAPSE(Set.of(OFFICER), EnumSet.of(STRUCK_OFF, REVISITED), RELAPSED, Set.of(REASON, FILES, OPTIONAL_DATE)),
    ARCHIVE(Set.of(ARCHIVIST), EnumSet.of(STRUCK_OFF, REVISITED, RELAPSED, CANCELLED), ARCHIVED, Set.of()),
    /** A stop request was granted. */
    SUSPEND(Set.of(), EnumSet.of(ISSUED, IN_PROGRESS, LONG_TERM), SUSPENDED, Set.of()),
    RESUME(Set.of(OFFICE_DIRECTOR), EnumSet.of(SUSPENDED), IN_PROGRESS, Set.of(REASON, OPTIONAL_DATE)),
    /** A long-term request was granted: the deadline is replaced by a report cycle. */
    MAKE_LONG_TERM(Set.of(), EnumSet.of(IN_PROGRESS), LONG_TERM, Set.of()),
    /** A cancellation was decided by a leader. */
    CANCEL(
            Set.of(),
            EnumSet.of(DRAFT, PENDING_APPROVAL, FILED, ISSUED, IN_PROGRESS, SUSPENDED, LONG_TERM),
            CANCELLED,
            Set.of()),
    MERGE(
            Set.of(OFFICER),
            EnumSet.of(DRAFT, PENDING_APPROVAL, FILED, ISSUED, IN_PROGRESS, LONG_TERM),
            MERGED,
            Set.of(ITEM, REASON));

    private final Rule<ItemState> rule;

    ItemStep(Set<Role> by, Set<ItemState> from, ItemState to, Set<StepField> fields) {
        rule = new Rule<>(by, from, to, fields);
    }

    @Override
    public Rule<ItemState> rule() {
        return rule;
    }
}
