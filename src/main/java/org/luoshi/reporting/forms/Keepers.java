package org.luoshi.reporting.forms;

import java.util.UUID;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.stereotype.Component;

/** Who keeps the dictionary, the forms and the regimes: the officers of the office and their director. */
@Component
class Keepers {

    boolean keeps(Actor actor) {
        return actor.has(Role.OFFICER) || actor.has(Role.OFFICE_DIRECTOR);
    }

    void require(Actor actor) {
        if (!keeps(actor)) {
            throw FormError.NOT_YOURS.plain();
        }
    }

    /** The unit in whose name the person keeps them. */
    UUID unitOf(Actor actor) {
        return actor.seats().stream()
                .filter(seat ->
                        seat.roles().contains(Role.OFFICER) || seat.roles().contains(Role.OFFICE_DIRECTOR))
                .map(Seat::unitId)
                .findFirst()
                .orElseThrow(FormError.NOT_YOURS::plain);
    }
}
