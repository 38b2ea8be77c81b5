package org.luoshi.access.core;

import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;

/** Who may change accounts and roles. The house itself may, at set-up. */
final class Rights {

    private Rights() {}

    static void require(Role role, Actor actor) {
        if (!actor.personId().equals(Actor.SYSTEM_ID) && !actor.has(role)) {
            throw AccessError.NOT_YOURS.plain();
        }
    }

    /** All three kinds of administrators may look at accounts and roles; nobody else. */
    static void requireAdministrator(Actor viewer) {
        if (viewer.administrativeRoles().isEmpty()) {
            throw AccessError.NOT_YOURS.plain();
        }
    }
}
