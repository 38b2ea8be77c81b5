package org.luoshi.ledger.core;

import static org.luoshi.shared.Role.OFFICER;
import static org.luoshi.shared.Role.OFFICE_DIRECTOR;

import java.util.Set;
import org.luoshi.shared.Role;

/** Levels of urging, mildest first (domain/supervision.md 1.5). Their names are texts, since offices name and colour them differently. */
public enum NoticeLevel {
    URGE(Set.of(OFFICER, OFFICE_DIRECTOR), 0),
    BLUE(Set.of(OFFICER, OFFICE_DIRECTOR), 5),
    ORANGE(Set.of(OFFICE_DIRECTOR), 3),
    RED(Set.of(OFFICE_DIRECTOR), 2),
    TALK(Set.of(OFFICE_DIRECTOR), 2),
    CIRCULAR(Set.of(OFFICE_DIRECTOR), 0);

    private final Set<Role> issuedBy;
    private final int answerDays;

    NoticeLevel(Set<Role> issuedBy, int answerDays) {
        this.issuedBy = issuedBy;
        this.answerDays = answerDays;
    }

    public Set<Role> issuedBy() {
        return issuedBy;
    }

    /** Working days in which the unit answers; 0: no answer is asked. */
    public int answerDays() {
        return answerDays;
    }

    /** True for written notices, which wait for an answer or an end. */
    public boolean isWritten() {
        return this != URGE;
    }
}
