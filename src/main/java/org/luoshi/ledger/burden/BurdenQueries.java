package org.luoshi.ledger.burden;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemRow;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.obligations.ObligationFigures;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked already, and what the units carry that are asked now. */
@Component
@Transactional(readOnly = true)
public class BurdenQueries {

    private static final int DAYS_AHEAD = 30;

    private final SimilarItems similar;
    private final ObligationsApi obligations;
    private final OrganizationApi organization;
    private final LedgerSettings settings;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    BurdenQueries(
            SimilarItems similar,
            ObligationsApi obligations,
            OrganizationApi organization,
            LedgerSettings settings,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.similar = similar;
        this.obligations = obligations;
        this.organization = organization;
        this.settings = settings;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    /** For an item that is not sent yet. The caller has made sure that the viewer may see it. */
    public BurdenView before(UUID itemId, String title, Actor viewer) {
        Set<UUID> units = unitsOf(itemId);
        return new BurdenView(
                similar.to(itemId, title, units, viewer),
                loads(units, itemId),
                settings.of(LedgerSetting.UNIT_OPEN_CEILING));
    }

    /** Units that would be above the office's ceiling with this item; none where no ceiling is set. */
    List<CarriedLoad> overCeiling(UUID itemId) {
        return settings.of(LedgerSetting.UNIT_OPEN_CEILING) == 0
                ? List.of()
                : loads(unitsOf(itemId), itemId).stream()
                        .filter(CarriedLoad::over)
                        .toList();
    }

    private Set<UUID> unitsOf(UUID itemId) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                        select unit_id from ledger.assignment where item_id = :id and state <> 'MOVED'
                        order by part = 'CO', position
                        """).param("id", itemId).query(UUID.class).list());
    }

    private record Counted(UUID unitId, int open, int issued) {}

    private List<CarriedLoad> loads(Collection<UUID> unitIds, UUID exceptItemId) {
        int ceiling = settings.of(LedgerSetting.UNIT_OPEN_CEILING);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Map<UUID, Counted> counted = new HashMap<>();
        jdbc.sql("""
                select a.unit_id, count(*) filter (where i.is_open and a.state in
                           ('TO_SIGN', 'REASSIGN_REQUESTED', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'UNIT_REVIEW',
                            'SUBMITTED', 'RETURNED')) as open,
                       count(*) filter (where a.issued_at >= :month) as issued
                from ledger.assignment a join ledger.item i on i.id = a.item_id
                where a.unit_id = any(:units) and a.item_id <> :except and (i.is_open or a.issued_at >= :month)
                group by a.unit_id
                """)
                .param(
                        "month",
                        Sql.at(today.withDayOfMonth(1).atStartOfDay(zone).toInstant()))
                .param("units", Sql.ids(unitIds))
                .param("except", exceptItemId)
                .query(Counted.class)
                .list()
                .forEach(one -> counted.put(one.unitId(), one));
        Map<UUID, Unit> units = organization.units(unitIds);
        List<CarriedLoad> loads = new ArrayList<>();
        for (UUID id : unitIds) {
            Unit unit = units.get(id);
            if (unit != null) {
                loads.add(load(unit, counted.getOrDefault(id, new Counted(id, 0, 0)), ceiling));
            }
        }
        return loads;
    }

    private CarriedLoad load(Unit unit, Counted counted, int ceiling) {
        ObligationFigures owed = obligations.figures(List.of(unit.id()), DAYS_AHEAD);
        return new CarriedLoad(
                unit.id(),
                unit.shortName(),
                counted.open(),
                counted.issued(),
                owed.dueSoon(),
                owed.overdue(),
                ceiling > 0 && counted.open() + 1 > ceiling);
    }

    /** An item of a unit and what the unit was asked before that is nearly the same. */
    public record AskedBefore(ItemRow item, List<SimilarItem> earlier) {}

    /** For the open items of a unit: what the same unit was asked before. Items without such are left out. */
    public List<AskedBefore> askedBefore(UUID unitId, List<ItemRow> open, Actor viewer) {
        List<AskedBefore> asked = new ArrayList<>();
        for (ItemRow item : open) {
            List<SimilarItem> earlier = similar.to(item.id(), item.title(), Set.of(unitId), viewer).stream()
                    .filter(other -> !other.sharedUnits().isEmpty())
                    .toList();
            if (!earlier.isEmpty()) {
                asked.add(new AskedBefore(item, earlier));
            }
        }
        return asked;
    }

    /** Who asked, by the id of the item or of the unit's part in it: the leader where one did, and the office's unit that keeps it. */
    public Map<UUID, String> askers(Collection<UUID> itemsAndParts) {
        record Asker(UUID id, UUID officeUnitId, @Nullable String leaderName) {}
        List<Asker> askers = jdbc.sql("""
                select i.id, i.office_unit_id, i.leader_name from ledger.item i where i.id = any(:ids)
                union all
                select a.id, i.office_unit_id, i.leader_name
                from ledger.assignment a join ledger.item i on i.id = a.item_id where a.id = any(:ids)
                """)
                .param("ids", Sql.ids(itemsAndParts))
                .query(Asker.class)
                .list();
        Map<UUID, Unit> units =
                organization.units(askers.stream().map(Asker::officeUnitId).collect(Collectors.toSet()));
        Map<UUID, String> names = new HashMap<>();
        for (Asker asker : askers) {
            Unit unit = units.get(asker.officeUnitId());
            String office = unit == null ? "?" : unit.shortName();
            names.put(asker.id(), asker.leaderName() == null ? office : asker.leaderName() + " · " + office);
        }
        return names;
    }
}
