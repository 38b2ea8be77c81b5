package org.luoshi.ledger.bulk;

import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;

import java.util.List;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** What may be done to many items at once, and by whom; each item still keeps all the rules of the single step. */
public enum BulkAction {
    /** 催办, the least gap kept for each unit and item. */
    URGE(OFFICER, OFFICE_DIRECTOR),
    /** 改督查员 */
    OFFICER_IN_CHARGE(OFFICER, OFFICE_DIRECTOR),
    /** 申请延期 for the lead; somebody else grants it. */
    EXTEND(OFFICER),
    /** 批准延期: the extensions that wait for a decision. */
    GRANT(OFFICE_DIRECTOR),
    /** 标签; an empty one takes it off. */
    LABEL(OFFICER, OFFICE_DIRECTOR);

    private final List<Role> by;

    BulkAction(Role... by) {
        this.by = List.of(by);
    }

    public boolean isOpenTo(Actor actor) {
        return actor.hasAny(by);
    }
}
