package org.luoshi.reporting.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.InventedRegime;
import org.luoshi.reporting.InventedRegions;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes of the application, each with its own desk, take reports for the same villages at once. */
@WholeHouse
class TwoNodesTests {

    private static final int REVISIONS = 10;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportWriter writer;

    @Autowired
    private ReportDesk first;

    @Autowired
    private TotalsCheck check;

    @Autowired
    private TestClock clock;

    private final ExecutorService senders = Executors.newFixedThreadPool(32);
    private ReportDesk second;
    private List<String> villages;
    private Actor officer;
    private Regime regime;

    @BeforeEach
    void twoNodes() {
        clock.set(TestClock.START);
        second = new ReportDesk(rounds, writer, 15, 2);
        villages = InventedRegions.in(organization, access).villages();
        officer = InventedOffice.in(organization, access).officer();
        regime = new InventedRegime(jdbc, register, regimes, maker, clock).below("99", 5, officer.personId());
    }

    @AfterEach
    void oneNode() {
        senders.shutdownNow();
        second.close();
    }

    @Test
    void ofTwoWhoWriteAtOnceOneIsTakenAndTheOtherIsToldAndNothingIsLost() throws Exception {
        long deadlocks = deadlocks();
        Map<String, Integer> taken = new HashMap<>();
        for (int revision = 1; revision <= REVISIONS; revision++) {
            Map<String, List<Future<@Nullable Integer>>> sent = new HashMap<>();
            for (String village : villages) {
                sent.put(village, List.of(send(first, village, revision), send(second, village, 1000 + revision)));
            }
            for (String village : villages) {
                List<Integer> accepted = new ArrayList<>();
                for (Future<@Nullable Integer> one : sent.getOrDefault(village, List.of())) {
                    Integer total = one.get();
                    if (total != null) {
                        accepted.add(total);
                    }
                }
                assertThat(accepted).as(village + ", revision " + revision).hasSize(1);
                taken.put(village + "/" + revision, accepted.get(0));
            }
        }

        assertThat(stored()).isEqualTo(taken);
        assertThat(check.check(rounds.require(regime.key(), InventedRegime.FIRST))
                        .isRight())
                .isTrue();
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    /** The total that was taken; null where the other was quicker. */
    private Future<@Nullable Integer> send(ReportDesk desk, String village, int total) {
        int seen = total % 1000 - 1;
        Incoming report = new Incoming(
                0,
                village,
                false,
                Map.of("total", "" + total, "local", "" + total, "away", "0"),
                "丙县联",
                officer,
                Channel.PROGRAM,
                seen,
                seen == 0 ? null : "更正",
                true);
        return senders.submit(() -> {
            try {
                desk.hand(regime.key(), InventedRegime.FIRST, report);
                return total;
            } catch (BusinessException refusal) {
                assertThat(refusal.error()).isIn(ReportingError.ALREADY_REPORTED, ReportingError.CHANGED_MEANWHILE);
                return null;
            }
        });
    }

    private Map<String, Integer> stored() {
        Map<String, Integer> stored = new HashMap<>();
        jdbc.sql("""
                        select p.code || '/' || r.revision as which, cast(r.values ->> 'total' as int) as total
                        from reporting.report r join reporting.place p on p.key = r.place where r.regime = :regime
                        """).param("regime", regime.id()).query(row -> {
            stored.put(row.getString("which"), row.getInt("total"));
        });
        return stored;
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
