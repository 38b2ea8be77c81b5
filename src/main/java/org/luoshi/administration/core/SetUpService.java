package org.luoshi.administration.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.administration.FirstAccount;
import org.luoshi.organization.NewUnit;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first units, posts, people and accounts of an own office, all or nothing. */
@Service
@Transactional
public class SetUpService {

    private final OrganizationApi organization;
    private final AccessApi access;
    private final Clock clock;
    private final ZoneId zone;

    SetUpService(OrganizationApi organization, AccessApi access, Clock clock, ZoneId zone) {
        this.organization = organization;
        this.access = access;
        this.clock = clock;
        this.zone = zone;
    }

    public List<FirstAccount> make(OwnOffice office) {
        if (access.hasAccounts()) {
            throw SetUpError.ALREADY_DONE.plain();
        }
        Map<String, UUID> units = addUnits(office);
        List<FirstAccount> accounts = new ArrayList<>();
        for (OwnOffice.Colleague colleague : office.people()) {
            try {
                accounts.add(add(colleague, office, units));
            } catch (BusinessException refusal) {
                throw new RowRefused(colleague.row(), refusal);
            }
        }
        return accounts;
    }

    /** By name as typed; the office itself under the empty name. */
    private Map<String, UUID> addUnits(OwnOffice office) {
        Map<String, UUID> units = new HashMap<>();
        UUID root = addUnit(null, office.name(), office.shortName(), UnitKind.OFFICE);
        units.put("", root);
        office.divisions().forEach(name -> units.put(name, addUnit(root, name, name, UnitKind.DIVISION)));
        return units;
    }

    /** Valid from the first day of the year, so that what is brought in from this year finds its unit. */
    private UUID addUnit(@Nullable UUID parent, String name, String shortName, UnitKind kind) {
        NewUnit unit = new NewUnit(parent, null, name, shortName, List.of(), kind, null, today().withDayOfYear(1));
        return organization.addUnit(unit, Actor.system()).id();
    }

    private FirstAccount add(OwnOffice.Colleague colleague, OwnOffice office, Map<String, UUID> units) {
        UUID person = organization
                .addPerson(colleague.name(), null, null, Actor.system())
                .id();
        String from = "";
        if (colleague.role().isAdministrative()) {
            access.grantToPerson(person, colleague.role(), Actor.system());
        } else {
            UUID unit = units.get(colleague.division());
            if (unit == null) {
                throw SetUpError.UNKNOWN_DIVISION.with(Map.of("division", colleague.division()));
            }
            UUID post = organization
                    .addPost(unit, colleague.title(), null, Actor.system())
                    .id();
            organization.seat(person, post, today(), Actor.system());
            access.grantToPost(post, colleague.role(), Actor.system());
            from = (colleague.division().isEmpty() ? office.shortName() : colleague.division()) + " "
                    + colleague.title();
        }
        boolean typed = !colleague.password().isEmpty();
        String password = typed ? colleague.password() : access.newPassword();
        access.openAccount(person, colleague.login(), password, !typed, Actor.system());
        return new FirstAccount(colleague.role(), colleague.name(), from, colleague.login(), typed ? null : password);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
