package org.luoshi.meetings.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.shared.ErrorCode;
import org.springframework.stereotype.Component;

/** Understands units typed into a field, several with 、 between them. */
@Component
class MeetingUnits {

    private final OrganizationApi organization;

    MeetingUnits(OrganizationApi organization) {
        this.organization = organization;
    }

    /** @param unclear how it is refused where a name means no unit */
    List<UUID> read(String field, @Nullable String typed, ErrorCode unclear) {
        List<UUID> units = new ArrayList<>();
        for (String name : MeetingTyped.several(typed)) {
            Unit unit =
                    organization.unitNamed(name).orElseThrow(() -> unclear.with(Map.of("field", field, "unit", name)));
            if (!units.contains(unit.id())) {
                units.add(unit.id());
            }
        }
        return units;
    }

    @Nullable
    UUID one(String field, @Nullable String typed, ErrorCode unclear) {
        List<UUID> units = read(field, typed, unclear);
        if (units.size() > 1) {
            throw unclear.with(Map.of("field", field, "unit", MeetingTyped.text(typed)));
        }
        return units.isEmpty() ? null : units.get(0);
    }
}
