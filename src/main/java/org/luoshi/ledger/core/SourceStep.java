package org.luoshi.ledger.core;

import static org.luoshi.ledger.core.Triage.OPEN;
import static org.luoshi.ledger.core.Triage.READ_ONLY;
import static org.luoshi.ledger.core.Triage.READ_ONLY_PROPOSED;
import static org.luoshi.ledger.core.Triage.SUPERVISED;
import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;

import java.util.EnumSet;
import java.util.Set;
import org.luoshi.shared.Role;

/** Triage of a source: read-only takes an officer and the director, and counts as answered (domain/supervision.md 1.1). */
public enum SourceStep implements StateStep<Triage> {
    SUPERVISE(Set.of(OFFICER), EnumSet.of(OPEN, READ_ONLY_PROPOSED), SUPERVISED, Set.of()),
    PROPOSE_READ_ONLY(Set.of(OFFICER), EnumSet.of(OPEN), READ_ONLY_PROPOSED, Set.of(StepField.REASON)),
    CONFIRM_READ_ONLY(Set.of(OFFICE_DIRECTOR), EnumSet.of(READ_ONLY_PROPOSED), READ_ONLY, Set.of(StepField.REMARK)),
    REFUSE_READ_ONLY(Set.of(OFFICE_DIRECTOR), EnumSet.of(READ_ONLY_PROPOSED), OPEN, Set.of(StepField.REASON));

    private final Rule<Triage> rule;

    SourceStep(Set<Role> by, Set<Triage> from, Triage to, Set<StepField> fields) {
        rule = new Rule<>(by, from, to, fields);
    }

    @Override
    public Rule<Triage> rule() {
        return rule;
    }
}
