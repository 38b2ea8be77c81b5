package org.luoshi.ledger.core;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.stereotype.Component;

/** Speaks for a unit where nobody of it has signed in: under the typed name, with the way behind it wherever the name is shown. */
@Component
public class UnitVoice {

    private static final Set<Role> SPEAKS_AS = Set.of(Role.UNIT_LIAISON, Role.UNIT_HEAD);

    private final OrganizationApi organization;
    private final Texts texts;

    UnitVoice(OrganizationApi organization, Texts texts) {
        this.organization = organization;
        this.texts = texts;
    }

    /**
     * Somebody who may do what the people of that unit may; the caller sees to it that nothing else is reached.
     *
     * @param id of the link, form or package by which it came: files stored under it can be hung up by it alone
     */
    public Actor of(UUID id, ReportWay way, String name, UUID unitId) {
        String unit = organization.unit(unitId).map(Unit::shortName).orElse("?");
        String marked = texts.get(Texts.SIMPLIFIED, "ledger.guests.signed-as." + way.name(), "name", name.strip());
        return new Actor(id, marked, List.of(new Seat(id, unitId, unit, "", SPEAKS_AS, null)), Set.of());
    }
}
