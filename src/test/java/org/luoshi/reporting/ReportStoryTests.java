package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Answer;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.ReportWriter;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the obligation to the report that stands, and what is refused on the way. */
@WholeHouse
class ReportStoryTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

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
    private RoundMaker rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private TestClock clock;

    private InventedRegions regions;
    private Regime counties;
    private Regime villages;
    private Actor county;

    @Autowired
    private OpenRounds openRounds;

    @Autowired
    private ReportWriter writer;

    @BeforeEach
    void aRegimeOfCountiesAndOneOfVillages() {
        clock.set(TestClock.START);
        regions = InventedRegions.in(organization, access);
        UUID officer = InventedOffice.in(organization, access).officer().personId();
        InventedRegime invented = new InventedRegime(jdbc, register, regimes, rounds, clock);
        counties = invented.below("99", 3, officer);
        villages = invented.below("99", 5, officer);
        county = regions.liaison("county-liaison");
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }

    @Test
    void everyCountyOwesTodayAndTomorrowAndSeesItOnTheDesk() {
        assertThat(owed(counties, DAY)).isEqualTo(4);
        assertThat(owed(counties, DAY.plusDays(1))).isEqualTo(4);
        assertThat(obligations.openFor(county, 500))
                .anyMatch(owed -> owed.href().contains(counties.key() + "/" + DAY));

        hand(counties, "990101", zero());

        assertThat(obligations.openFor(county, 500))
                .noneMatch(owed -> owed.href().contains(counties.key() + "/" + DAY));
    }

    @Test
    void aZeroIsSignedAndKeptOnceHoweverOftenItIsSent() {
        Receipt first = hand(counties, "990101", zero());
        Receipt again = hand(counties, "990101", zero());

        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.late()).isFalse();
        assertThat(again.unchanged()).isTrue();
        assertThat(again.at()).isEqualTo(first.at());
        assertThat(total(counties, "zero")).isEqualTo(1);
    }

    @Test
    void whatComesAfterTheInstantIsLateAndACorrectionOfItStaysLate() {
        clock.set("2026-03-02T17:00:01+08:00");
        Receipt late = hand(counties, "990101", figures(3, 2, 1, 0, null));
        Receipt corrected = hand(counties, "990101", figures(2, 1, 1, 1, "重复登记一例"));

        assertThat(late.late()).isTrue();
        assertThat(corrected.late()).isTrue();
        assertThat(total(counties, "late")).isEqualTo(1);
        assertThat(total(counties, "reported")).isEqualTo(1);
        assertThat(sums(counties)).isEqualTo("{2,1,1}");
    }

    @Test
    void aFinalReportIsOnlyCorrectedWithAReasonAndOnTheRevisionSeen() {
        hand(counties, "990101", figures(3, 2, 1, 0, null));

        refused(counties, "990101", figures(4, 3, 1, 0, "更正"), ReportingError.ALREADY_REPORTED);
        refused(counties, "990101", figures(4, 3, 1, 1, null), ReportingError.REASON_MISSING);
        hand(counties, "990101", figures(4, 3, 1, 1, "漏报一例"));
        refused(counties, "990101", figures(5, 4, 1, 1, "再更正"), ReportingError.CHANGED_MEANWHILE);
        assertThat(sums(counties)).isEqualTo("{4,3,1}");
    }

    @Test
    void aFirstReportMayLeaveThingsOpenAndIsFollowedUpByNumber() {
        Receipt first = hand(counties, "990101", values(Map.of("total", "?", "local", "2", "away", "?"), 0, null));
        Receipt follow = hand(counties, "990101", values(Map.of("total", "?", "local", "5", "away", "?"), 1, null));
        Receipt last = hand(counties, "990101", figures(6, 5, 1, 2, null));

        assertThat(List.of(first.sequel(), follow.sequel(), last.sequel())).containsExactly(0, 1, 2);
        assertThat(sums(counties)).isEqualTo("{6,5,1}");
        assertThat(text(counties, "unknown")).isEqualTo("{0,0,0}");
    }

    @Test
    void aBrokenRuleIsNamedAndNothingIsCounted() {
        assertThatThrownBy(() -> hand(counties, "990101", figures(9, 2, 1, 0, null)))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ReportingError.RULE_BROKEN);
                    assertThat(refusal.details().get("rules")).isEqualTo("合计应等于本地与外来之和");
                });
        assertThat(total(counties, "reported")).isZero();
    }

    @Test
    void rubbishInAFieldIsRefusedWithTheFieldAndTheReason() {
        for (String rubbish : List.of("abc", "-1", "100000000000000000000", "NaN", "1e5", "3.5", "二")) {
            assertThatThrownBy(() -> hand(
                            counties, "990101", values(Map.of("total", rubbish, "local", "1", "away", "1"), 0, null)))
                    .as(rubbish)
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                        assertThat(refusal.error()).isEqualTo(ReportingError.FIELD_WRONG);
                        assertThat(refusal.details()).containsEntry("field", "total");
                    });
        }
        assertThat(hand(counties, "990101", values(Map.of("total", "１,００２", "local", "1002", "away", "0"), 0, null))
                        .revision())
                .isEqualTo(1);
    }

    @Test
    void whoIsNotAskedOrNotBelowIsRefused() {
        refused(counties, "nowhere", zero(), ReportingError.UNKNOWN_PLACE);
        refused(counties, "9901", zero(), ReportingError.NOT_YOURS, ReportingError.NOT_ASKED);
        refused(counties, "990201", zero(), ReportingError.NOT_YOURS);
        assertThatThrownBy(
                        () -> desk.hand(counties.key(), LocalDate.of(2026, 4, 1), incoming("990101", county, zero())))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ReportingError.AFTER_THE_END));
        assertThatThrownBy(
                        () -> desk.hand(counties.key(), LocalDate.of(2026, 3, 1), incoming("990101", county, zero())))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ReportingError.NO_SUCH_PERIOD));
    }

    @Test
    void theCountySendsForItsVillagesAllAtOnceAndTheTotalsAreKept() {
        List<String> own = regions.villages().stream()
                .filter(code -> code.startsWith("990101"))
                .toList();
        List<CompletableFuture<Receipt>> sent = IntStream.range(0, own.size())
                .mapToObj(
                        n -> CompletableFuture.supplyAsync(() -> hand(villages, own.get(n), figures(n, n, 0, 0, null))))
                .toList();
        sent.forEach(CompletableFuture::join);

        assertThat(total(villages, "reported")).isEqualTo(4);
        assertThat(sums(villages)).isEqualTo("{6,6,0}");
        assertThat(jdbc.sql("select bool_and(on_behalf) from reporting.report where regime = :regime")
                        .param("regime", villages.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void oneReportThatTheDatabaseDoesNotTakeHarmsNoOther() {
        List<Incoming> group = regions.villages().stream()
                .filter(code -> code.startsWith("9901"))
                .map(code -> new Incoming(
                        0,
                        code,
                        true,
                        Map.of(),
                        code.equals("990101002201") ? "写不进去的人" : "村主任",
                        null,
                        Channel.BULK,
                        0,
                        null,
                        true))
                .toList();
        jdbc.sql("alter table reporting.report add constraint unforeseen check (signer <> '写不进去的人') not valid")
                .update();
        List<Answer> answers;
        try {
            answers = writer.write(openRounds.require(villages.key(), DAY), group);
        } finally {
            jdbc.sql("alter table reporting.report drop constraint unforeseen").update();
        }

        assertThat(answers).hasSize(8);
        for (int n = 0; n < group.size(); n++) {
            BusinessException refusal = answers.get(n).refusal();
            if ("990101002201".equals(group.get(n).code())) {
                assertThat(refusal)
                        .isNotNull()
                        .satisfies(why -> assertThat(why.error()).isEqualTo(ReportingError.NOT_WRITTEN));
            } else {
                assertThat(refusal).isNull();
            }
        }
        assertThat(total(villages, "reported")).isEqualTo(7);
        assertThat(total(villages, "zero")).isEqualTo(7);
    }

    @Test
    void severalReportsOfOneUnitAreJudgedOneAfterTheOtherAndCostAGroupOnlyForARevision() {
        List<Incoming> group = Stream.of(
                        zero(),
                        zero(),
                        figures(3, 2, 1, 0, null),
                        figures(3, 2, 1, 1, "漏报"),
                        figures(4, 3, 1, 1, "再更正"),
                        figures(3, 2, 1, 0, null))
                .map(typed -> incoming("990101001201", county, typed))
                .toList();

        List<Answer> answers = writer.write(openRounds.require(villages.key(), DAY), group);

        assertThat(answers.stream().map(ReportStoryTests::said))
                .containsExactly("1", "1 unchanged", "ALREADY_REPORTED", "2", "CHANGED_MEANWHILE", "2 unchanged");
        assertThat(sums(villages)).isEqualTo("{3,2,1}");
        assertThat(jdbc.sql("select count(distinct batch) from reporting.report where regime = :regime")
                        .param("regime", villages.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static String said(Answer answer) {
        BusinessException refusal = answer.refusal();
        Receipt receipt = answer.receipt();
        return refusal != null || receipt == null
                ? String.valueOf(refusal == null ? null : refusal.error())
                : receipt.revision() + (receipt.unchanged() ? " unchanged" : "");
    }

    private Typed zero() {
        return new Typed(true, Map.of(), 0, null);
    }

    private static Typed figures(int total, int local, int away, int seen, @Nullable String reason) {
        return values(Map.of("total", "" + total, "local", "" + local, "away", "" + away), seen, reason);
    }

    private static Typed values(Map<String, String> values, int seen, @Nullable String reason) {
        return new Typed(false, values, seen, reason);
    }

    private Receipt hand(Regime regime, String code, Typed typed) {
        return desk.hand(regime.key(), DAY, incoming(code, county, typed));
    }

    private void refused(Regime regime, String code, Typed typed, ReportingError... errors) {
        assertThatThrownBy(() -> hand(regime, code, typed))
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(List.of(errors)).contains((ReportingError) refusal.error()));
    }

    private static Incoming incoming(String code, Actor sender, Typed typed) {
        return new Incoming(
                0, code, typed.zero, typed.values, "丙县联", sender, Channel.PROGRAM, typed.seen, typed.reason, true);
    }

    private int owed(Regime regime, LocalDate period) {
        return jdbc.sql("select count(*) from reporting.obligation where regime = :regime and period = :period")
                .param("regime", regime.id())
                .param("period", period)
                .query(Integer.class)
                .single();
    }

    private int total(Regime regime, String column) {
        return jdbc.sql("select sum(" + column + ") from reporting.rollup where regime = :regime and period = :period")
                .param("regime", regime.id())
                .param("period", DAY)
                .query(Integer.class)
                .single();
    }

    private String sums(Regime regime) {
        return text(regime, "sums");
    }

    private String text(Regime regime, String column) {
        return jdbc.sql("select " + column
                        + "::text from reporting.rollup where regime = :regime and period = :period and reported > 0")
                .param("regime", regime.id())
                .param("period", DAY)
                .query(String.class)
                .single();
    }

    private record Typed(
            boolean zero,
            Map<String, String> values,
            int seen,
            @Nullable String reason) {}
}
