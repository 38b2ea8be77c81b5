package org.luoshi.meetings.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.meetings.core.Attendee;
import org.luoshi.organization.Unit;

/** Which sites follow from the units asked and the list of people: who sits there first is whom to call. */
final class SitesOfPeople {

    private SitesOfPeople() {}

    static List<NewSite> of(List<Unit> invited, List<Attendee> people) {
        Map<String, NewSite> sites = new LinkedHashMap<>();
        for (Unit unit : invited) {
            sites.put(unit.shortName(), new NewSite(unit.id(), unit.shortName(), "", "", ""));
        }
        for (Attendee one : people) {
            if (!one.site().isEmpty()) {
                sites.merge(one.site(), site(one), SitesOfPeople::fuller);
            }
        }
        return new ArrayList<>(sites.values());
    }

    private static NewSite site(Attendee one) {
        String telephone = one.telephone();
        return telephone == null || telephone.isBlank()
                ? new NewSite(one.unitId(), one.site(), "", "", "")
                : new NewSite(one.unitId(), one.site(), one.name(), telephone, "");
    }

    private static NewSite fuller(NewSite known, NewSite other) {
        return known.telephone().isEmpty() && !other.telephone().isEmpty() ? other : known;
    }
}
