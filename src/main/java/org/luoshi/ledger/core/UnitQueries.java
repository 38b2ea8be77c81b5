package org.luoshi.ledger.core;

import java.time.Clock;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one unit carries and how it answers; every figure is a count over rows that the page lists. */
@Component
@Transactional(readOnly = true)
public class UnitQueries {

    private final OrganizationApi organization;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnitQueries(OrganizationApi organization, JdbcClient jdbc, Clock clock) {
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The unit's figures over what the viewer may see.
     *
     * @param signedInTime of {@code signed}; both count assignments that were ever signed
     */
    public record Figures(
            int lead, int co, int toSign, int red, int returned, int signed, int signedInTime, int reports) {}

    public Figures figures(UUID unitId, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        return scope.bind(jdbc.sql("""
                select count(*) filter (where a.part = 'LEAD' and i.is_open) as lead,
                       count(*) filter (where a.part = 'CO' and i.is_open) as co,
                       count(*) filter (where a.state = 'TO_SIGN') as to_sign,
                       count(*) filter (where i.is_open and a.red_at <= :now) as red,
                       coalesce(sum(a.returned_count), 0)::int as returned,
                       count(a.signed_at) as signed,
                       count(*) filter (where a.signed_at <= a.sign_due) as signed_in_time,
                       coalesce(sum(a.feedback_count), 0)::int as reports
                from ledger.assignment a join ledger.item i on i.id = a.item_id
                where a.unit_id = :unit and a.state <> 'MOVED' and %s
                """.formatted(scope.condition()))
                        .param("now", Sql.at(clock.instant()))
                        .param("unit", unitId))
                .query(Figures.class)
                .single();
    }

    /** True for the office and for the unit itself. */
    public boolean maySee(UUID unitId, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        return scope.all() || scope.units().contains(unitId);
    }
}
