package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.meetings.core.Attendees;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.springframework.stereotype.Component;

/** Everybody who comes, unit by unit in the official order, inside a unit by rank. */
@Component
class PeopleByUnit {

    private final Attendees attendees;
    private final SeatPlans plans;
    private final OrganizationApi organization;

    PeopleByUnit(Attendees attendees, SeatPlans plans, OrganizationApi organization) {
        this.attendees = attendees;
        this.plans = plans;
        this.organization = organization;
    }

    List<SignInSheet> of(UUID meetingId) {
        List<Attendee> everybody = attendees.of(meetingId);
        Map<UUID, Integer> order = plans.unitOrder(everybody);
        Map<UUID, List<Attendee>> byUnit = new LinkedHashMap<>();
        everybody.stream()
                .sorted(Comparator.comparing((Attendee one) -> order.getOrDefault(unitOf(one), Integer.MAX_VALUE))
                        .thenComparing(Attendee::rank)
                        .thenComparing(Attendee::id))
                .forEach(one -> byUnit.computeIfAbsent(unitOf(one), unit -> new ArrayList<>())
                        .add(one));
        Map<UUID, Unit> units = organization.units(byUnit.keySet());
        List<SignInSheet> sheets = new ArrayList<>();
        byUnit.forEach((unitId, people) -> {
            Unit unit = units.get(unitId);
            sheets.add(new SignInSheet(unitId, unit == null ? "" : unit.name(), people));
        });
        return sheets;
    }

    private static UUID unitOf(Attendee one) {
        UUID unitId = one.unitId();
        return unitId == null ? SignInSheet.NO_UNIT : unitId;
    }
}
