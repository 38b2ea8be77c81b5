package org.luoshi.ledger.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** The people at a unit's front: its liaisons, or its head where there is none. */
@Component
class Fronts {

    private final AccessApi access;

    Fronts(AccessApi access) {
        this.access = access;
    }

    /** Who stands there, in which role; without a role nobody does. */
    record Front(@Nullable Role role, List<UUID> people) {

        static final Front NOBODY = new Front(null, List.of());
    }

    Front of(UUID unitId) {
        return of(List.of(unitId)).getOrDefault(unitId, Front.NOBODY);
    }

    /** Units where nobody stands are left out. */
    Map<UUID, Front> of(Collection<UUID> unitIds) {
        Map<UUID, Front> fronts = new HashMap<>();
        access.holders(unitIds, Role.UNIT_LIAISON)
                .forEach((unit, people) -> fronts.put(unit, new Front(Role.UNIT_LIAISON, people)));
        Set<UUID> others = new HashSet<>(unitIds);
        others.removeAll(fronts.keySet());
        if (!others.isEmpty()) {
            access.holders(others, Role.UNIT_HEAD)
                    .forEach((unit, people) -> fronts.put(unit, new Front(Role.UNIT_HEAD, people)));
        }
        return fronts;
    }
}
