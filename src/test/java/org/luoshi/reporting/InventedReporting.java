package org.luoshi.reporting;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a story of reporting begins with: Monday at nine, an office, invented regions, and whatever regime of theirs it asks for. */
final class InventedReporting {

    static final LocalDate DAY = InventedRegime.FIRST;

    final InventedOffice office;
    final InventedRegions regions;
    final TestClock clock;
    final JdbcClient jdbc;
    private final BeanFactory beans;
    private final InventedRegime regimes;

    InventedReporting(BeanFactory beans) {
        this.beans = beans;
        this.clock = bean(TestClock.class);
        this.jdbc = bean(JdbcClient.class);
        OrganizationApi organization = bean(OrganizationApi.class);
        AccessApi access = bean(AccessApi.class);
        backToMonday();
        this.office = InventedOffice.in(organization, access);
        this.regions = InventedRegions.in(organization, access);
        this.regimes = new InventedRegime(
                jdbc, bean(PlaceRegister.class), bean(RegimeQueries.class), bean(RoundMaker.class), clock);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** Also to be called after each test, because all share one clock. */
    void backToMonday() {
        at(TestClock.START.toString());
    }

    /** Turns the clock; what is kept for some seconds is forgotten, also where the clock goes back. */
    void at(String instant) {
        clock.set(instant);
        bean(OpenRounds.class).forget();
    }

    /** A regime of all places of this level below the unit, with rounds for Monday and Tuesday. */
    Regime below(String code, int level) {
        return regimes.below(code, level, office.officer().personId());
    }

    /** Lays down the rounds up to the day after today. */
    void layDown(Regime regime) {
        bean(RoundMaker.class).start(regime);
    }

    /** Handed in by the office; no number at all is the signed zero. */
    Receipt report(Regime regime, LocalDate period, String code, int number, int seen, @Nullable String reason) {
        return report(regime, period, code, number == 0 ? Map.of() : local(number), seen, reason);
    }

    Receipt report(
            Regime regime,
            LocalDate period,
            String code,
            Map<String, String> values,
            int seen,
            @Nullable String reason) {
        Incoming incoming = new Incoming(
                0, code, values.isEmpty(), values, "签报人" + seen, office.officer(), Channel.PROGRAM, seen, reason, true);
        return bean(ReportDesk.class).hand(regime.key(), period, incoming);
    }

    private static Map<String, String> local(int number) {
        return Map.of("total", "" + number, "local", "" + number, "away", "0");
    }

    /** A word for a program of this person, good until the end of June. */
    String token(Actor owner, TokenService.Scope scope) {
        return bean(TokenService.class).make("演示接口", scope, LocalDate.of(2026, 6, 30), owner);
    }

    long key(String code) {
        return bean(PlaceQueries.class).byCode(code).orElseThrow().key();
    }

    /** How many revisions are stored, of all units and periods. */
    int stored(Regime regime) {
        return jdbc.sql("select count(*) from reporting.report where regime = :regime")
                .param("regime", regime.id())
                .query(Integer.class)
                .single();
    }

    /** What the report that stands says of {@code total}; null where there is none, or zero. */
    @Nullable
    Integer total(Regime regime, LocalDate period, String code) {
        return jdbc
                .sql("""
                        select cast(values ->> 'total' as int) from reporting.report
                        where regime = :regime and period = :period and place = :place order by revision desc limit 1
                        """)
                .param("regime", regime.id())
                .param("period", period)
                .param("place", key(code))
                .query(Integer.class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }
}
