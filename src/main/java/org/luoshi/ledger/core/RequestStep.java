package org.luoshi.ledger.core;

import static org.luoshi.ledger.core.RequestState.ASKED;
import static org.luoshi.ledger.core.RequestState.GRANTED;
import static org.luoshi.ledger.core.RequestState.REFUSED;
import static org.luoshi.ledger.core.RequestState.SEEN;
import static org.luoshi.ledger.core.RequestState.UNIT_SIGNED;
import static org.luoshi.ledger.core.RequestState.WITHDRAWN;
import static org.luoshi.shared.Role.HANDLER;
import static org.luoshi.shared.Role.INSTRUCTING_LEADER;
import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;
import static org.luoshi.shared.Role.OFFICE_LEADER;
import static org.luoshi.shared.Role.UNIT_HEAD;
import static org.luoshi.shared.Role.UNIT_LIAISON;

import java.util.EnumSet;
import java.util.Set;
import org.luoshi.shared.Role;

/** The whole life of a request: unit leader, officer's first look, director or leader (domain/supervision.md 1.4). */
public enum RequestStep implements StateStep<RequestState> {
    SIGN_OFF(Set.of(UNIT_HEAD), EnumSet.of(ASKED), UNIT_SIGNED, Set.of()),
    FORWARD(Set.of(OFFICER), EnumSet.of(UNIT_SIGNED), SEEN, Set.of(StepField.REASON)),
    /** Who exactly decides depends on the kind: {@link RequestKind#decidedBy}. The date of an extension is stated exactly. */
    GRANT(
            Set.of(OFFICE_DIRECTOR, OFFICE_LEADER, INSTRUCTING_LEADER),
            EnumSet.of(SEEN),
            GRANTED,
            Set.of(StepField.REMARK, StepField.OPTIONAL_DATE, StepField.OPTIONAL_UNIT)),
    REFUSE(
            Set.of(OFFICE_DIRECTOR, OFFICE_LEADER, INSTRUCTING_LEADER),
            EnumSet.of(UNIT_SIGNED, SEEN),
            REFUSED,
            Set.of(StepField.REASON)),
    WITHDRAW(
            Set.of(UNIT_LIAISON, UNIT_HEAD, HANDLER, OFFICER),
            EnumSet.of(ASKED, UNIT_SIGNED, SEEN),
            WITHDRAWN,
            Set.of());

    private final Rule<RequestState> rule;

    RequestStep(Set<Role> by, Set<RequestState> from, RequestState to, Set<StepField> fields) {
        rule = new Rule<>(by, from, to, fields);
    }

    @Override
    public Rule<RequestState> rule() {
        return rule;
    }
}
