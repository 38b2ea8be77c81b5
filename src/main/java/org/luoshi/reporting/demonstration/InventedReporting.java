package org.luoshi.reporting.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.luoshi.notices.NoticesApi;
import org.luoshi.platform.Demonstration;
import org.luoshi.platform.DemonstrationPart;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.ReportWriter;
import org.luoshi.reporting.core.RoundMaker;
import org.luoshi.reporting.filling.UnitContact;
import org.luoshi.reporting.filling.UnitContacts;
import org.luoshi.reporting.forms.RegimeService;
import org.luoshi.reporting.totals.GroupingService;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Two weeks of an invented flood, reported by 27 towns every day and still going on, and a week of patrols by nine counties before it. */
@Component
class InventedReporting implements DemonstrationPart {

    private static final int AFTER_THE_BRANCH = 400;
    private static final int AHEAD_DAYS = 16;

    /** How far away the cut-off of today is at least, so that it can be looked at. */
    private static final Duration NEAR = Duration.ofMinutes(15);

    private static final int EARLIEST = 4;
    private static final int LATEST = 23;
    private static final int KEPT_FOR_LONG = 30;

    /** So that the deletion of what is personal is due tomorrow. */
    private static final int KEPT_TILL_TOMORROW = 25;

    private final FloodPeople people;
    private final FloodForms forms;
    private final FloodReviews reviews;
    private final RegimeService regimes;
    private final RoundMaker roundMaker;
    private final OpenRounds rounds;
    private final ReportWriter writer;
    private final PlaceQueries places;
    private final UnitContacts contacts;
    private final GroupingService groupings;
    private final NoticesApi notices;
    private final ZoneId zone;

    InventedReporting(
            FloodPeople people,
            FloodForms forms,
            FloodReviews reviews,
            RegimeService regimes,
            RoundMaker roundMaker,
            OpenRounds rounds,
            ReportWriter writer,
            PlaceQueries places,
            UnitContacts contacts,
            GroupingService groupings,
            NoticesApi notices,
            ZoneId zone) {
        this.people = people;
        this.forms = forms;
        this.reviews = reviews;
        this.regimes = regimes;
        this.roundMaker = roundMaker;
        this.rounds = rounds;
        this.writer = writer;
        this.places = places;
        this.contacts = contacts;
        this.groupings = groupings;
        this.notices = notices;
        this.zone = zone;
    }

    @Override
    public int order() {
        return AFTER_THE_BRANCH;
    }

    @Override
    public void make(Demonstration demonstration) {
        LocalDateTime now = LocalDateTime.ofInstant(demonstration.now(), zone);
        LocalDate first = now.toLocalDate().minusDays(FloodTown.TODAY);
        FloodReports reports = new FloodReports(rounds, writer, places, people);
        patrols(demonstration, reports, first.minusDays(17));
        flood(demonstration, reports, first, nextFullHour(now));
    }

    private static LocalTime nextFullHour(LocalDateTime now) {
        LocalDateTime near = now.plus(NEAR);
        int hour = near.toLocalDate().equals(now.toLocalDate()) ? near.getHour() + 1 : LATEST;
        return LocalTime.of(Math.min(LATEST, Math.max(EARLIEST, hour)), 0);
    }

    private void patrols(Demonstration demonstration, FloodReports reports, LocalDate first) {
        LocalTime cutOff = LocalTime.of(18, 0);
        LocalDate last = first.plusDays(FloodPatrol.DAYS - 1);
        Regime[] regime = new Regime[1];
        demonstration.at(at(first.minusDays(3), LocalTime.of(10, 0)), () -> {
            UUID form = forms.patrolForm();
            regime[0] = forms.draft("汛前隐患排查日报", form, 3, first, last, cutOff, KEPT_TILL_TOMORROW);
            forms.submit(regime[0]);
        });
        demonstration.at(at(first.minusDays(1), LocalTime.of(9, 0)), () -> forms.approve(regime[0]));
        FloodAgenda agenda = new FloodAgenda();
        FloodPatrol patrol = new FloodPatrol(reports);
        for (int day = 0; day < FloodPatrol.DAYS; day++) {
            LocalDate period = first.plusDays(day);
            agenda.add(at(period, LocalTime.of(0, 10)), roundMaker::makeAhead);
            patrol.plan(agenda, regime[0], period, day, at(period, cutOff));
        }
        agenda.run(demonstration);
    }

    private void flood(Demonstration demonstration, FloodReports reports, LocalDate first, LocalTime cutOff) {
        Regime[] regime = new Regime[1];
        demonstration.at(at(first.minusDays(2), LocalTime.of(14, 0)), () -> {
            UUID form = forms.floodForm();
            LocalDate last = first.plusDays(FloodTown.TODAY + AHEAD_DAYS);
            regime[0] = forms.draft("汛情日报", form, 4, first, last, cutOff, KEPT_FOR_LONG);
            forms.submit(regime[0]);
        });
        demonstration.at(at(first.minusDays(1), LocalTime.of(16, 0)), () -> {
            forms.approve(regime[0]);
            FloodTown.all().forEach(this::noteContact);
            group();
        });
        FloodAgenda agenda = new FloodAgenda();
        for (int day = 0; day < FloodTown.DAYS; day++) {
            LocalDate period = first.plusDays(day);
            agenda.add(at(period, LocalTime.of(0, 10)), roundMaker::makeAhead);
            reports.plan(agenda, regime[0], period, day, at(period, cutOff));
            reviews.plan(agenda, reports, regime[0], period, day, at(period, cutOff));
        }
        agenda.add(at(first.plusDays(4), LocalTime.of(7, 0)), () -> exempt(regime[0], first.plusDays(4)));
        LocalDate yesterday = first.plusDays(FloodTown.TODAY - 1L);
        agenda.add(at(yesterday, LocalTime.NOON), () -> people.everybody().forEach(notices::markAllRead));
        agenda.run(demonstration);
    }

    private void noteContact(FloodTown town) {
        if (people.liaison(town.code()).isEmpty()) {
            contacts.change(
                    places.byCode(town.code()).orElseThrow().key(),
                    new UnitContact(FloodReports.contact(town.code()), "0000-" + town.code()),
                    people.sender(town.code()));
        }
    }

    private void group() {
        Actor officer = people.officers().get(0);
        UUID grouping = groupings.make("沿河区县", "云泽省防汛预案（演示）附件二：沿河区县名单", officer);
        groupings.add(grouping, "月渡县、朝岭县、桂影县", officer);
    }

    private void exempt(Regime regime, LocalDate from) {
        regimes.exempt(
                regime.key(),
                people.unit("900303003").id(),
                from,
                from.plusDays(2),
                "道路抢通前由区里代为掌握情况",
                people.officers().get(0));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
