package org.luoshi.reporting.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.review.Bulletin;
import org.luoshi.reporting.review.BulletinQueries;
import org.luoshi.reporting.review.BulletinService;
import org.luoshi.reporting.review.Erratum;
import org.luoshi.reporting.review.ErratumService;
import org.luoshi.reporting.review.NewReview;
import org.luoshi.reporting.review.ReviewKind;
import org.luoshi.reporting.review.ReviewService;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What levels above say about the reports, and the bulletins that the office makes of them. */
@Component
class FloodReviews {

    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    /** Days whose question was answered by the town in the evening. */
    private static final List<Integer> ASKED = List.of(6, 9);

    private static final int YESTERDAY = FloodTown.TODAY - 1;
    private static final List<Integer> BULLETINS = List.of(7, 8, YESTERDAY);
    private static final FloodTown ASKED_TOWN = new FloodTown(0);
    private static final FloodTown NOTED_TOWN = new FloodTown(18);
    private static final FloodTown OPEN_TOWN = new FloodTown(9);
    private static final FloodTown CORRECTED_TOWN = new FloodTown(3);
    private static final FloodTown CORRECTED_YESTERDAY = new FloodTown(12);

    private final ReviewService reviews;
    private final BulletinService bulletins;
    private final BulletinQueries issued;
    private final ErratumService errata;
    private final OpenRounds rounds;
    private final PlaceQueries places;
    private final FloodPeople people;
    private final ZoneId zone;

    FloodReviews(
            ReviewService reviews,
            BulletinService bulletins,
            BulletinQueries issued,
            ErratumService errata,
            OpenRounds rounds,
            PlaceQueries places,
            FloodPeople people,
            ZoneId zone) {
        this.reviews = reviews;
        this.bulletins = bulletins;
        this.issued = issued;
        this.errata = errata;
        this.rounds = rounds;
        this.places = places;
        this.people = people;
        this.zone = zone;
    }

    /** By how much a town's first report differs from the one that stands in the end. */
    static int overstated(FloodTown town, int day) {
        if (town.equals(ASKED_TOWN) && ASKED.contains(day)) {
            return 2;
        }
        boolean corrected = town.equals(CORRECTED_TOWN) && day == BULLETINS.get(1)
                || town.equals(CORRECTED_YESTERDAY) && day == YESTERDAY;
        return corrected ? -2 : 0;
    }

    void plan(FloodAgenda agenda, FloodReports reports, Regime regime, LocalDate period, int day, Instant cutOff) {
        if (ASKED.contains(day)) {
            agenda.add(
                    cutOff.plus(SOON),
                    () -> review(
                            reports, regime, period, ASKED_TOWN, ReviewKind.QUESTIONED, "比昨天多了不少，请核对集中安置人数是否重复登记"));
            agenda.add(
                    cutOff.plus(HOUR).plus(SOON),
                    () -> correct(reports, regime, period, ASKED_TOWN, day, "核对后去掉重复登记的两户"));
        }
        if (day == 8) {
            agenda.add(
                    cutOff.plus(SOON),
                    () -> review(reports, regime, period, NOTED_TOWN, ReviewKind.NOTED, "已电话核实，数字属实，堤防加固正在进行"));
        }
        if (day == YESTERDAY) {
            agenda.add(
                    cutOff.plus(SOON),
                    () -> review(reports, regime, period, OPEN_TOWN, ReviewKind.QUESTIONED, "受损房屋与昨天相差较大，请说明原因"));
        }
        if (BULLETINS.contains(day)) {
            agenda.add(cutOff.plus(HOUR), () -> issue(regime, period));
        }
        Instant morning = period.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
        agenda.add(morning, () -> confirm(regime, period, day));
        if (day == BULLETINS.get(1)) {
            agenda.add(
                    morning.plus(HOUR), () -> correct(reports, regime, period, CORRECTED_TOWN, day, "核对台账，补报夜间转移的群众"));
            agenda.add(morning.plus(HOUR).plus(HOUR), () -> erratum(regime, period));
        }
        if (day == YESTERDAY) {
            agenda.add(
                    morning.plus(SOON),
                    () -> correct(reports, regime, period, CORRECTED_YESTERDAY, day, "昨晚又有群众投亲靠友，补报"));
        }
    }

    private void review(
            FloodReports reports, Regime regime, LocalDate period, FloodTown town, ReviewKind kind, String words) {
        Actor reviewer = kind == ReviewKind.NOTED ? officer() : people.sender(town.countyCode());
        reviews.review(
                rounds.require(regime.key(), period),
                new NewReview(place(town.code()), reports.revision(period, town.code()), kind, words),
                reviewer);
    }

    private void correct(
            FloodReports reports, Regime regime, LocalDate period, FloodTown town, int day, String reason) {
        reports.hand(regime, period, List.of(reports.said(town, town.severity(day), reason)));
    }

    /** Two cities look every morning, the third does not; yesterday only the first has looked so far. */
    private void confirm(Regime regime, LocalDate period, int day) {
        for (String city : day == YESTERDAY ? List.of("9001") : List.of("9001", "9002")) {
            Actor liaison = people.liaison(city).orElseThrow();
            Instant seen = period.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
            reviews.confirmAll(rounds.require(regime.key(), period), place(city), seen, liaison);
        }
    }

    private void issue(Regime regime, LocalDate period) {
        String title = "云泽省汛情日报（%d月%d日）".formatted(period.getMonthValue(), period.getDayOfMonth());
        Bulletin bulletin = bulletins.draw(rounds.require(regime.key(), period), place("90"), title, officer());
        bulletins.reword(
                bulletin.id(),
                title,
                "沿河乡镇按预案组织转移安置，安置点饮食、医疗、值守均已到位，水位变化每两小时通报一次。\n" + "未报的乡镇正由所在县区逐一电话联系，数字以续报为准。",
                officer());
        bulletins.issue(bulletin.id(), people.director());
    }

    private void erratum(Regime regime, LocalDate period) {
        Bulletin bulletin = issued.of(regime, period, officer()).get(0).bulletin();
        Erratum erratum = errata.draft(bulletin.id(), officer());
        errata.reword(erratum.id(), "望舒市银汀县汀洲镇核对台账后补报夜间转移的群众，相关合计一并更正。", officer());
        errata.issue(erratum.id(), people.director());
    }

    private long place(String code) {
        return places.byCode(code).orElseThrow().key();
    }

    private Actor officer() {
        return people.officers().get(0);
    }
}
