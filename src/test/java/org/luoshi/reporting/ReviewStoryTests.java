package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.notices.NoticesApi;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.review.NewReview;
import org.luoshi.reporting.review.ReviewChoice;
import org.luoshi.reporting.review.ReviewError;
import org.luoshi.reporting.review.ReviewHint;
import org.luoshi.reporting.review.ReviewKind;
import org.luoshi.reporting.review.ReviewPage;
import org.luoshi.reporting.review.ReviewQueries;
import org.luoshi.reporting.review.ReviewService;
import org.luoshi.reporting.totals.Totals;
import org.luoshi.reporting.totals.TotalsCheck;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.reporting.totals.TotalsScenes;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Levels look at the reports below them without holding anything up, and the counts follow. */
@WholeHouse
class ReviewStoryTests {

    private static final LocalDate DAY = InventedRegime.FIRST;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OpenRounds rounds;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private ReviewService service;

    @Autowired
    private ReviewQueries queries;

    @Autowired
    private TotalsScenes scenes;

    @Autowired
    private TotalsQueries totals;

    @Autowired
    private TotalsCheck check;

    @Autowired
    private ObligationsApi obligations;

    @Autowired
    private NoticesApi notices;

    @Autowired
    private TestClock clock;

    private InventedReporting house;
    private Actor officer;
    private Actor county;
    private Actor city;
    private Actor province;

    @BeforeEach
    void threeLevels(@Autowired BeanFactory beans) {
        house = new InventedReporting(beans);
        InventedRegions regions = house.regions;
        regions.openAccounts();
        officer = house.office.officer();
        county = regions.liaison("county-liaison");
        city = regions.liaison("city-liaison");
        province = regions.liaison("province-liaison");
    }

    @AfterEach
    void backToMonday() {
        house.backToMonday();
    }

    @Test
    void theCityConfirmsTheProvinceAsksBackAndTheCountyAnswersWithANewRevision() {
        Regime counties = house.below("99", 3);
        OpenRound open = open(counties);
        report(counties, "990101", 30, 0, county);

        review(open, "990101", 1, ReviewKind.CONFIRMED, "", city);
        assertThat(totals(open))
                .extracting(Totals::confirmed, Totals::questioned, Totals::unreviewed)
                .containsExactly(1, 0, 0);

        clock.advance(Duration.ofMinutes(10));
        review(open, "990101", 1, ReviewKind.QUESTIONED, "与医院口径差很多，请核对", province);
        assertThat(totals(open))
                .extracting(Totals::confirmed, Totals::questioned)
                .containsExactly(0, 1);
        assertThat(totals(open).fields().get(0).sum()).isEqualByComparingTo("30");
        assertThat(notices.inbox(county.personId(), 200))
                .anyMatch(notice -> notice.textKey().equals("reporting.notice.questioned")
                        && notice.href().contains(counties.key().toString()));
        assertThat(isOnDesk(counties)).isTrue();

        report(counties, "990101", 3, 1, county);

        assertThat(isOnDesk(counties)).isFalse();
        assertThat(totals(open))
                .extracting(Totals::confirmed, Totals::questioned, Totals::unreviewed)
                .containsExactly(0, 0, 1);
        refused(() -> review(open, "990101", 1, ReviewKind.CONFIRMED, "", city), ReviewError.REVISED_MEANWHILE);
        ReviewPage page = page(open, "99", "UNREVIEWED", province);
        assertThat(page.rows()).singleElement().satisfies(row -> {
            assertThat(row.hints()).containsExactly(ReviewHint.CORRECTED);
            assertThat(row.reviews()).extracting(said -> said.kind()).containsExactly("QUESTIONED", "CONFIRMED");
        });
        assertRight(open);
    }

    @Test
    void aQuestionAfterTheCutOffIsDueByTheNextOneAndIsSettledByTelephoneToo() {
        Regime counties = house.below("99", 3);
        OpenRound open = open(counties);
        report(counties, "990101", 30, 0, county);
        house.at("2026-03-02T20:00:00+08:00");

        review(open, "990101", 1, ReviewKind.QUESTIONED, "请核对", city);

        assertThat(obligations.openFor(county, 500))
                .filteredOn(owed -> owed.href().contains(counties.key() + "/" + DAY + "/"))
                .singleElement()
                .satisfies(owed -> assertThat(owed.due()).isEqualTo("2026-03-03T09:00:00Z"));
        review(open, "990101", 1, ReviewKind.CONFIRMED, "电话核实无误", city);
        assertThat(isOnDesk(counties)).isFalse();
        assertRight(open);
    }

    @Test
    void nobodyReviewsTheOwnReportOrThatOfAStranger() {
        Regime counties = house.below("99", 3);
        OpenRound open = open(counties);
        report(counties, "990101", 3, 0, county);

        refused(() -> review(open, "990101", 1, ReviewKind.CONFIRMED, "", county), ReviewError.OWN_REPORT);
        refused(
                () -> review(open, "990101", 1, ReviewKind.CONFIRMED, "", house.regions.liaison("county-liaison-2")),
                ReviewError.NOT_YOURS);
        refused(() -> review(open, "990101", 1, ReviewKind.QUESTIONED, "  ", city), ReviewError.WORDS_MISSING);
        refused(() -> review(open, "990101", 1, ReviewKind.NOTED, "长".repeat(501), city), ReviewError.TOO_LONG);
        refused(() -> review(open, "990102", 1, ReviewKind.CONFIRMED, "", city), ReviewError.NOTHING_THERE);
        refused(() -> service.confirmAll(open, house.key("99"), clock.instant(), city), ReviewError.NOT_YOURS);
        assertThat(service.confirmAll(open, house.key("990101"), clock.instant(), county))
                .isZero();
    }

    @Test
    void aNoteLeavesTheMarkAsItIs() {
        Regime counties = house.below("99", 3);
        OpenRound open = open(counties);
        report(counties, "990101", 3, 0, county);

        review(open, "990101", 1, ReviewKind.NOTED, "与上周相当", city);

        assertThat(totals(open).unreviewed()).isEqualTo(1);
        assertThat(page(open, "9901", "UNREVIEWED", city).rows().get(0).reviews())
                .hasSize(1);
    }

    @Test
    void oneClickConfirmsWhatWasSeenAndNotWhatIsQuestionedOrCameLater() {
        Regime villages = house.below("99", 5);
        OpenRound open = open(villages);
        List<String> all = house.regions.villages();
        all.subList(0, 10).forEach(village -> report(villages, village, 4, 0, officer));
        review(open, all.get(0), 1, ReviewKind.QUESTIONED, "请核对", officer);
        var seen = clock.instant();
        house.at("2026-03-02T12:00:00+08:00");
        report(villages, all.get(12), 4, 0, officer);

        assertThat(service.confirmAll(open, house.key("99"), seen, province)).isEqualTo(9);

        assertThat(totals(open))
                .extracting(Totals::confirmed, Totals::questioned, Totals::unreviewed)
                .containsExactly(9, 1, 1);
        assertThat(service.confirmAll(open, PlaceKey.ALL, clock.instant(), officer))
                .isEqualTo(1);
        assertRight(open);
    }

    @Test
    void whatIsSeldomIsMarked() {
        Regime villages = house.below("99", 5);
        report(villages, "990101001201", 10, 0, officer);
        report(villages, "990101001202", 10, 0, officer);
        report(villages, "990101002201", 10, 0, officer);
        house.at("2026-03-03T18:00:00+08:00");
        house.layDown(villages);
        report(villages, DAY.plusDays(1), "990101001201", 0, 0, officer);
        report(villages, DAY.plusDays(1), "990101001202", 15, 0, officer);
        report(villages, DAY.plusDays(1), "990101002201", 14, 0, officer);

        OpenRound open = rounds.require(villages.key(), DAY.plusDays(1));
        ReviewPage page = queries.page(
                scenes.require(villages.key(), DAY.plusDays(1), house.key("990101"), city),
                ReviewChoice.of(null, 0),
                city);

        assertThat(open.before()).isNotNull();
        assertThat(page.rows())
                .extracting(row -> row.hints().contains(ReviewHint.ZERO_AFTER_FIGURES))
                .containsExactly(true, false, false);
        assertThat(page.rows())
                .extracting(row -> row.hints().contains(ReviewHint.CHANGED))
                .containsExactly(false, true, false);
        assertThat(page.rows()).allMatch(row -> row.hints().contains(ReviewHint.LATE));
    }

    @Test
    void twoReviewersAndACorrectionAtOnceLeaveTheCountsRight() {
        Regime villages = house.below("99", 5);
        OpenRound open = open(villages);
        List<String> all = house.regions.villages();
        all.forEach(village -> report(villages, village, 4, 0, officer));
        Random random = new Random(7);
        for (int turn = 0; turn < 6; turn++) {
            String village = all.get(random.nextInt(all.size()));
            int revision = revision(villages, village);
            int turns = turn;
            together(
                    () -> review(open, village, revision, ReviewKind.CONFIRMED, "", city(village)),
                    () -> review(open, village, revision, ReviewKind.QUESTIONED, "请核对", province),
                    () -> service.confirmAll(open, PlaceKey.ALL, clock.instant(), officer),
                    () -> report(villages, village, 5 + turns, revision, officer));
        }
        assertRight(open);
        assertThat(totals(open).reported()).isEqualTo(all.size());
    }

    private Actor city(String village) {
        return village.startsWith("9901") ? city : province;
    }

    private static void together(Runnable... all) {
        List<CompletableFuture<Void>> running = Stream.of(all)
                .map(one -> CompletableFuture.runAsync(() -> {
                    try {
                        one.run();
                    } catch (BusinessException refusal) {
                        assertThat(refusal.error())
                                .isIn(ReviewError.REVISED_MEANWHILE, ReportingError.CHANGED_MEANWHILE);
                    }
                }))
                .toList();
        running.forEach(CompletableFuture::join);
    }

    private int revision(Regime regime, String code) {
        return jdbc.sql(
                        "select revision from reporting.obligation where regime = :regime and period = :period and place = :place")
                .param("regime", regime.id())
                .param("period", DAY)
                .param("place", house.key(code))
                .query(Integer.class)
                .single();
    }

    private void assertRight(OpenRound open) {
        assertThat(check.check(open).differences()).isEmpty();
    }

    private boolean isOnDesk(Regime regime) {
        return obligations.openFor(county, 500).stream()
                .anyMatch(owed -> owed.href().contains(regime.key() + "/" + DAY + "/"));
    }

    private Totals totals(OpenRound open) {
        return totals.total(open, PlaceKey.ALL);
    }

    private ReviewPage page(OpenRound open, String code, @Nullable String show, Actor actor) {
        return queries.page(
                scenes.require(open.regime().key(), DAY, house.key(code), actor), ReviewChoice.of(show, 0), actor);
    }

    private void review(OpenRound open, String code, int revision, ReviewKind kind, String words, Actor actor) {
        service.review(open, new NewReview(house.key(code), revision, kind, words), actor);
    }

    private static void refused(Runnable what, ReviewError error) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private OpenRound open(Regime regime) {
        return rounds.require(regime.key(), DAY);
    }

    private Receipt report(Regime regime, String code, int number, int seen, Actor actor) {
        return report(regime, DAY, code, number, seen, actor);
    }

    /** Zero as the signed zero. */
    private Receipt report(Regime regime, LocalDate period, String code, int number, int seen, Actor actor) {
        Map<String, String> values =
                number == 0 ? Map.of() : Map.of("total", "" + number, "local", "" + number, "away", "0");
        return desk.hand(
                regime.key(),
                period,
                new Incoming(
                        0,
                        code,
                        number == 0,
                        values,
                        "签报人",
                        actor,
                        Channel.PROGRAM,
                        seen,
                        seen == 0 ? null : "重复登记",
                        true));
    }
}
