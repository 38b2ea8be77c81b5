package org.luoshi.ledger.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.notices.NoticesApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a bulk step would touch: the items themselves, the units to be urged, the requests to be granted. Only what the person may see. */
@Component
@Transactional(readOnly = true)
class BulkTargets {

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final NoticesApi notices;
    private final Clock clock;

    BulkTargets(JdbcClient jdbc, OrganizationApi organization, NoticesApi notices, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.notices = notices;
        this.clock = clock;
    }

    private record Raw(
            UUID itemId,
            String reference,
            String title,
            @Nullable UUID objectId,
            @Nullable UUID unitId,
            @Nullable Instant due) {}

    /** In the order of the choice. */
    List<BulkTarget> of(BulkOrder order, Actor actor) {
        Map<UUID, List<Raw>> found = raw(order, actor).stream().collect(Collectors.groupingBy(Raw::itemId));
        Set<UUID> unitIds = new HashSet<>();
        found.values()
                .forEach(raws -> raws.forEach(raw -> {
                    if (raw.unitId() != null) {
                        unitIds.add(raw.unitId());
                    }
                }));
        Map<UUID, Unit> units = organization.units(unitIds);
        Map<String, Instant> gaps = order.action() == BulkAction.URGE ? gaps(found.keySet()) : Map.of();
        List<BulkTarget> targets = new ArrayList<>();
        for (BulkOrder.Chosen chosen : order.items()) {
            for (Raw raw : found.getOrDefault(chosen.id(), List.of())) {
                targets.add(new BulkTarget(
                        raw.itemId(),
                        chosen.version(),
                        raw.reference(),
                        raw.title(),
                        raw.objectId(),
                        raw.unitId() == null ? null : name(units.get(raw.unitId())),
                        raw.due(),
                        gaps.get(raw.itemId() + "/" + raw.unitId())));
            }
        }
        return targets;
    }

    private static String name(@Nullable Unit unit) {
        return unit == null ? "?" : unit.shortName();
    }

    private Map<String, Instant> gaps(Set<UUID> itemIds) {
        Map<String, Instant> gaps = new HashMap<>();
        notices.standingUrges(itemIds)
                .forEach(urge -> gaps.put(urge.subjectId() + "/" + urge.unitId(), urge.nextPossible()));
        return gaps;
    }

    private List<Raw> raw(BulkOrder order, Actor actor) {
        LedgerScope scope = LedgerScope.of(actor, organization);
        String sql = switch (order.action()) {
            case URGE -> """
                    select i.id as item_id, coalesce(i.number, i.title) as reference, i.title, a.id as object_id, a.unit_id, a.due
                    from ledger.item i
                    left join ledger.assignment a on a.item_id = i.id and i.is_open and %s and a.state in
                        ('TO_SIGN', 'REASSIGN_REQUESTED', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'UNIT_REVIEW', 'RETURNED')
                    where i.id = any(:ids) and %s
                    order by a.part = 'CO', a.position
                    """.formatted(order.whom().condition(), scope.condition());
            case GRANT -> """
                    select i.id as item_id, coalesce(i.number, i.title) as reference, i.title, r.id as object_id,
                           coalesce(a.unit_id, i.lead_unit_id) as unit_id, a.due
                    from ledger.item i
                    left join ledger.change_request r on r.item_id = i.id and r.kind = 'EXTENSION' and r.state = 'SEEN'
                    left join ledger.assignment a on a.id = r.assignment_id
                    where i.id = any(:ids) and %s
                    """.formatted(scope.condition());
            case OFFICER_IN_CHARGE, EXTEND, LABEL -> """
                    select i.id as item_id, coalesce(i.number, i.title) as reference, i.title, null::uuid as object_id,
                           i.lead_unit_id as unit_id, i.due
                    from ledger.item i where i.id = any(:ids) and %s
                    """.formatted(scope.condition());
        };
        return scope.bind(jdbc.sql(sql)
                        .param(
                                "ids",
                                Sql.ids(order.items().stream()
                                        .map(BulkOrder.Chosen::id)
                                        .toList()))
                        .param("now", Sql.at(clock.instant())))
                .query((row, n) -> {
                    Timestamp due = row.getTimestamp("due");
                    return new Raw(
                            row.getObject("item_id", UUID.class),
                            row.getString("reference"),
                            row.getString("title"),
                            row.getObject("object_id", UUID.class),
                            row.getObject("unit_id", UUID.class),
                            due == null ? null : due.toInstant());
                })
                .list();
    }
}
