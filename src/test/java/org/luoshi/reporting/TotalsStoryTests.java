package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.PlaceRegister;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.totals.PlaceTotals;
import org.luoshi.reporting.totals.SilentPage;
import org.luoshi.reporting.totals.SilentQueries;
import org.luoshi.reporting.totals.SilentUnit;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsBreakdown;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.reporting.totals.TotalsQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is added up at every level, who is silent, and that what is kept is what was reported. */
@WholeHouse
class TotalsStoryTests {

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlaceRegister register;

    @Autowired
    private PlaceQueries places;

    @Autowired
    private RegimeQueries regimes;

    @Autowired
    private RoundMaker maker;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private TotalsQueries totals;

    @Autowired
    private SilentQueries silent;

    @Autowired
    private TotalsCheck check;

    @Autowired
    private TestClock clock;

    @Autowired
    private Clock anyClock;

    private InventedRegions regions;
    private InventedRegime invented;
    private UUID officer;

    @BeforeEach
    void regions() {
        clock.set(TestClock.START);
        regions = InventedRegions.in(organization, access);
        officer = InventedOffice.in(organization, access).officer().personId();
        invented = new InventedRegime(jdbc, register, regimes, maker, anyClock);
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
        rounds.forget();
    }

    @Test
    void beforeAnybodyReportsEverythingIsMissingAndNothingIsZero() {
        OpenRound open = open(invented.below("99", 5, officer));

        TotalsBreakdown country = totals.of(open, PlaceKey.ALL);

        assertThat(country.totals().owed()).isEqualTo(16);
        assertThat(country.totals().silent()).isEqualTo(16);
        assertThat(country.totals().fields()).allMatch(field -> field.figure() == null);
        assertThat(country.children()).extracting(PlaceTotals::name).containsExactly("东山省");
    }

    @Test
    void everyStepDownSaysTheSameInMoreParts() {
        Regime villages = invented.below("99", 5, officer);
        OpenRound open = open(villages);
        report(villages, "990101001201", 7, 0);
        report(villages, "990101002202", 0, 0);
        report(villages, "990202001201", 5, 0);

        long county = key("990101");
        TotalsBreakdown province = totals.of(open, key("99"));
        assertThat(province.children()).extracting(PlaceTotals::name).containsExactly("东1市", "东2市");
        assertThat(province.children()).extracting(part -> sum(part.totals())).containsExactly("7", "5");
        assertThat(totals.of(open, key("9901")).children())
                .extracting(part -> part.totals().reported())
                .containsExactly(2, 0);
        TotalsBreakdown towns = totals.of(open, county);
        assertThat(towns.children()).extracting(PlaceTotals::name).containsExactly("东111镇", "东112镇");
        assertThat(towns.totals()).isEqualTo(totals.total(open, county));
        assertThat(towns.totals().zero()).isEqualTo(1);
        TotalsBreakdown village = totals.of(open, key("990101001201"));
        assertThat(village.isUnit()).isTrue();
        assertThat(sum(village.totals())).isEqualTo("7");
        assertThat(towns.incomplete(5)).containsExactly("东111镇", "东112镇");
    }

    @Test
    void aRegimeOfCountiesIsAddedUpFromTheSameTables() {
        Regime counties = invented.below("99", 3, officer);
        OpenRound open = open(counties);
        report(counties, "990101", 3, 0);

        assertThat(totals.of(open, PlaceKey.ALL).totals().owed()).isEqualTo(4);
        assertThat(totals.of(open, key("99")).children())
                .extracting(part -> part.totals().silent())
                .containsExactly(1, 2);
        TotalsBreakdown county = totals.of(open, key("990101"));
        assertThat(county.isUnit()).isTrue();
        assertThat(county.children()).singleElement().matches(PlaceTotals::itself);
    }

    @Test
    void someChosenPlacesAreReadTogether() {
        Regime villages = invented.below("99", 5, officer);
        OpenRound open = open(villages);
        report(villages, "990101001201", 7, 0);
        report(villages, "990102001201", 2, 0);

        Map<Long, Totals> chosen = totals.ofEach(open, List.of(key("990101"), key("990102001"), key("98")));

        assertThat(chosen.get(key("990101"))).isEqualTo(totals.total(open, key("990101")));
        assertThat(sum(chosen.get(key("990102001")))).isEqualTo("2");
        assertThat(chosen).containsEntry(key("98"), Totals.none(open.form().numbers()));
    }

    @Test
    void theSilentAreListedInTheOfficialOrderPageByPageAndCanBeCalled() {
        Regime villages = invented.below("99", 5, officer);
        OpenRound open = open(villages);
        List<String> all = regions.villages();
        report(villages, all.get(0), 0, 0);
        report(villages, all.get(5), 1, 0);
        jdbc.sql("insert into reporting.contact values (:place, '村支书', '0310-555 0101') on conflict do nothing")
                .param("place", key(all.get(1)))
                .update();

        SilentPage first = silent.page(open, PlaceKey.ALL, 0, 10);
        SilentPage second = silent.page(open, PlaceKey.ALL, first.next() == null ? -1 : first.next(), 10);

        assertThat(first.units()).hasSize(10);
        assertThat(second.units()).hasSize(4);
        assertThat(second.next()).isNull();
        assertThat(first.units().get(0).code()).isEqualTo(all.get(1));
        assertThat(first.units().get(0).fullName()).isEqualTo("东山省 东1市 东11县 东111镇 东1112村");
        assertThat(first.units().get(0).liaison()).isEqualTo("村支书");
        assertThat(first.units().get(0).dialled()).isEqualTo("03105550101");
        assertThat(first.units().get(0).hasAccount()).isFalse();
        assertThat(silent.page(open, key("990101002"), 0, 50).units()).hasSize(2);
        assertThat(silent.page(open, key("9902"), 0, 50).units()).hasSize(8);
    }

    @Test
    void aSilentCountyIsKnownByItsLiaison() {
        regions.openAccounts();
        Regime counties = invented.below("99", 3, officer);

        SilentUnit county =
                silent.page(open(counties), PlaceKey.ALL, 0, 50).units().get(0);

        assertThat(county.liaison()).isEqualTo("丙县联");
        assertThat(county.telephone()).isEqualTo("0000-990101");
        assertThat(county.hasAccount()).isTrue();
    }

    @Test
    void whoIsExemptOwesNothingAndIsNotSilent() {
        Regime villages = invented.below("99", 5, officer);
        String code = regions.villages().get(3);
        maker.exempt(villages, key(code), InventedRegime.FIRST, InventedRegime.FIRST, "搬迁");
        OpenRound open = open(villages);

        assertThat(totals.of(open, PlaceKey.ALL).totals())
                .extracting(Totals::owed, Totals::exempt)
                .containsExactly(15, 1);
        assertThat(silent.page(open, PlaceKey.ALL, 0, 50).units())
                .hasSize(15)
                .noneMatch(unit -> code.equals(unit.code()));
        assertThat(check.check(open).isRight()).isTrue();
    }

    @Test
    void whateverIsReportedCorrectedOrTakenBackWhatIsKeptIsWhatWasSaid() {
        Regime villages = invented.below("99", 5, officer);
        OpenRound open = open(villages);
        List<String> codes = regions.villages();
        Map<String, Village> said = new TreeMap<>();
        Random chance = new Random(20260302);
        for (int step = 0; step < 60; step++) {
            if (step == 40) {
                clock.set("2026-03-02T17:00:01+08:00");
            }
            String code = codes.get(chance.nextInt(codes.size()));
            Village before = said.getOrDefault(code, new Village(0, null, false));
            @Nullable Integer number = chance.nextInt(4) == 0 ? null : Integer.valueOf(chance.nextInt(3) * 4);
            boolean late = before.revision == 0 ? step >= 40 : before.late;
            if (report(villages, code, number, before.revision)) {
                said.put(code, new Village(before.revision + 1, number, late));
            }
            assertThat(check.check(open).differences()).as("step %d", step).isEmpty();
            same(totals.of(open, PlaceKey.ALL).totals(), said);
        }
        OpenRound live = live(villages);
        for (String code : List.of("99", "9901", "990202", "990101001", "990101001201")) {
            assertThat(totals.of(live, key(code))).isEqualTo(totals.of(open, key(code)));
            assertThat(silent.page(live, key(code), 0, 50)).isEqualTo(silent.page(open, key(code), 0, 50));
        }
    }

    @Test
    void aDamagedTotalIsFound() {
        Regime villages = invented.below("99", 5, officer);
        OpenRound open = open(villages);
        report(villages, "990101001201", 7, 0);
        assertThat(check.check(open).places()).isEqualTo(4);
        assertThat(check.check(open).units()).isEqualTo(16);

        jdbc.sql("update reporting.rollup set sums[1] = sums[1] + 1 where regime = :regime and place = :place")
                .param("regime", villages.id())
                .param("place", key("990101"))
                .update();

        assertThat(check.check(open).differences()).singleElement().satisfies(difference -> {
            assertThat(difference.name()).isEqualTo("东11县");
            assertThat(difference.kept()).contains("1:8/1/0");
            assertThat(difference.counted()).contains("1:7/1/0");
        });
    }

    @Test
    void aTotalThatIsGoneIsFoundToo() {
        Regime villages = invented.below("99", 5, officer);
        jdbc.sql("delete from reporting.rollup where regime = :regime and period = :period and place = :place")
                .param("regime", villages.id())
                .param("period", InventedRegime.FIRST)
                .param("place", key("990102"))
                .update();

        assertThat(check.check(open(villages)).differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kept()).isEmpty();
            assertThat(difference.counted()).startsWith("owed 4");
        });
    }

    private static void same(Totals totals, Map<String, Village> said) {
        int sum = said.values().stream()
                .mapToInt(village -> village.number == null ? 0 : village.number)
                .sum();
        int unknown = (int)
                said.values().stream().filter(village -> village.number == null).count();
        int zero = (int) said.values().stream()
                .filter(village -> village.number != null && village.number == 0)
                .count();
        assertThat(totals.reported()).isEqualTo(said.size());
        assertThat(totals.late())
                .isEqualTo((int) said.values().stream().filter(Village::late).count());
        assertThat(totals.zero()).isEqualTo(zero);
        assertThat(totals.fields().get(0).sum()).isEqualByComparingTo(BigDecimal.valueOf(sum));
        assertThat(totals.fields().get(0).unknown()).isEqualTo(unknown);
        assertThat(totals.fields().get(0).known()).isEqualTo(said.size() - unknown);
    }

    /** @param number null where it is not known yet */
    private record Village(int revision, @Nullable Integer number, boolean late) {}

    /** Zero as the signed zero, null as not known yet; false where the same was said before. */
    private boolean report(Regime regime, String code, @Nullable Integer number, int seen) {
        String value = number == null ? Incoming.UNKNOWN : number.toString();
        boolean zero = number != null && number == 0;
        Map<String, String> values = Map.of("total", value, "local", value, "away", number == null ? value : "0");
        return !desk.hand(
                        regime.key(),
                        InventedRegime.FIRST,
                        new Incoming(
                                0,
                                code,
                                zero,
                                zero ? Map.of() : values,
                                "签报人",
                                access.actor(officer),
                                Channel.PAGE,
                                seen,
                                seen == 0 ? null : "更正",
                                true))
                .unchanged();
    }

    private OpenRound open(Regime regime) {
        return rounds.require(regime.key(), InventedRegime.FIRST);
    }

    /** As if nothing were kept. */
    private OpenRound live(Regime regime) {
        jdbc.sql("update reporting.regime set kept_level = null where id = :id")
                .param("id", regime.id())
                .update();
        rounds.forget();
        return open(regime);
    }

    private static String sum(@Nullable Totals totals) {
        BigDecimal figure = totals == null ? null : totals.fields().get(0).figure();
        return figure == null ? "" : figure.toPlainString();
    }

    private long key(String code) {
        return places.byCode(code).orElseThrow().key();
    }
}
