package org.luoshi.ledger.core;

import static org.luoshi.ledger.core.NoticeState.ANSWERED;
import static org.luoshi.ledger.core.NoticeState.ESCALATED;
import static org.luoshi.ledger.core.NoticeState.ISSUED;
import static org.luoshi.ledger.core.NoticeState.LIFTED;
import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;
import static org.luoshi.shared.Role.UNIT_HEAD;
import static org.luoshi.shared.Role.UNIT_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.luoshi.shared.Role;

/** The whole life of a supervision notice (domain/supervision.md 1.5). */
public enum NoticeStep implements StateStep<NoticeState> {
    ANSWER(Set.of(UNIT_LIAISON, UNIT_HEAD), EnumSet.of(ISSUED), ANSWERED, Set.of(StepField.REASON)),
    LIFT(Set.of(OFFICER, OFFICE_DIRECTOR), EnumSet.of(ISSUED, ANSWERED), LIFTED, Set.of(StepField.REASON)),
    /** The next level is issued and linked. */
    ESCALATE(Set.of(OFFICE_DIRECTOR), EnumSet.of(ISSUED, ANSWERED), ESCALATED, Set.of(StepField.REASON));

    private final Rule<NoticeState> rule;

    NoticeStep(Set<Role> by, Set<NoticeState> from, NoticeState to, Set<StepField> fields) {
        rule = new Rule<>(by, from, to, fields);
    }

    @Override
    public Rule<NoticeState> rule() {
        return rule;
    }
}
