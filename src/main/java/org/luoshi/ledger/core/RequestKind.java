package org.luoshi.ledger.core;

import static org.luoshi.shared.Role.INSTRUCTING_LEADER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;
import static org.luoshi.shared.Role.OFFICE_LEADER;

import java.util.Set;
import org.luoshi.shared.Role;

/** What may be asked for, and who decides it (domain/supervision.md 1.1, 1.4). */
public enum RequestKind {
    /** 延期: only before the due date. */
    EXTENSION(true, Set.of(OFFICE_DIRECTOR, OFFICE_LEADER)),
    /** 中止 */
    SUSPENSION(false, Set.of(OFFICE_DIRECTOR, OFFICE_LEADER)),
    /** 转长期 */
    LONG_TERM(false, Set.of(OFFICE_DIRECTOR, OFFICE_LEADER)),
    /** 改派, after the dispute window. */
    TRANSFER(true, Set.of(OFFICE_DIRECTOR)),
    /** 撤销、不再推进: with who decided. */
    CANCELLATION(false, Set.of(OFFICE_LEADER, INSTRUCTING_LEADER));

    private final boolean ofOneUnit;
    private final Set<Role> decidedBy;

    RequestKind(boolean ofOneUnit, Set<Role> decidedBy) {
        this.ofOneUnit = ofOneUnit;
        this.decidedBy = decidedBy;
    }

    /** True where it concerns one unit's part and not the item as a whole. */
    public boolean isOfOneUnit() {
        return ofOneUnit;
    }

    public Set<Role> decidedBy() {
        return decidedBy;
    }
}
