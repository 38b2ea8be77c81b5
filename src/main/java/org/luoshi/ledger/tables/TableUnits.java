package org.luoshi.ledger.tables;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitMatch;
import org.springframework.stereotype.Component;

/** Units by the names that stand in a cell; a near name is not taken silently. */
@Component
class TableUnits {

    private final OrganizationApi organization;

    TableUnits(OrganizationApi organization) {
        this.organization = organization;
    }

    UUID one(String written) {
        Optional<Unit> named = organization.unitNamed(written);
        if (named.isPresent()) {
            return named.get().id();
        }
        List<UnitMatch> matches = organization.matchUnits(written, 2);
        if (matches.isEmpty()) {
            throw LedgerError.UNKNOWN_UNIT.with(Map.of("unit", written));
        }
        boolean sure = matches.get(0).confidence() >= 1
                && (matches.size() == 1 || matches.get(1).confidence() < 1);
        if (!sure) {
            throw LedgerError.UNIT_NOT_EXACT.with(
                    Map.of("written", written, "nearest", matches.get(0).unit().shortName()));
        }
        return matches.get(0).unit().id();
    }

    /** Names with 、 between them. */
    List<UUID> all(String written) {
        Set<UUID> ids = new LinkedHashSet<>();
        Arrays.stream(written.split("、")).filter(name -> !name.isEmpty()).forEach(name -> {
            if (!ids.add(one(name))) {
                throw LedgerError.UNIT_TWICE.with(Map.of("unit", name));
            }
        });
        return List.copyOf(ids);
    }
}
