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
public enum SourceStep implements Step {
    SUPERVISE(Set.of(OFFICER), EnumSet.of(OPEN, READ_ONLY_PROPOSED), SUPERVISED, Set.of()),
    PROPOSE_READ_ONLY(Set.of(OFFICER), EnumSet.of(OPEN), READ_ONLY_PROPOSED, Set.of(StepField.REASON)),
    CONFIRM_READ_ONLY(Set.of(OFFICE_DIRECTOR), EnumSet.of(READ_ONLY_PROPOSED), READ_ONLY, Set.of(StepField.REMARK)),
    REFUSE_READ_ONLY(Set.of(OFFICE_DIRECTOR), EnumSet.of(READ_ONLY_PROPOSED), OPEN, Set.of(StepField.REASON));

    private final Set<Role> by;
    private final Set<Triage> from;
    private final Triage to;
    private final Set<StepField> fields;

    SourceStep(Set<Role> by, Set<Triage> from, Triage to, Set<StepField> fields) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.fields = fields;
    }

    @Override
    public Set<Role> by() {
        return by;
    }

    @Override
    public Set<StepField> fields() {
        return fields;
    }

    boolean isAllowedFrom(Triage triage) {
        return from.contains(triage);
    }

    Triage to() {
        return to;
    }
}
