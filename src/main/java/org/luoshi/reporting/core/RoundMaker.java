package org.luoshi.reporting.core;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.obligations.NewObligation;
import org.luoshi.obligations.ObligationsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Post;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays down ahead who owes what: for each period a row for every unit that is asked, written set by set. What is due, late or missing is
 * computed from these rows and the clock; making them twice changes nothing.
 */
@Component
@Transactional
public class RoundMaker {

    static final String SOURCE = "reporting.regime";

    private static final Set<Role> REPORTERS = Set.of(Role.UNIT_LIAISON, Role.UNIT_HEAD);

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final FormQueries forms;
    private final PlaceRegister register;
    private final PlaceQueries places;
    private final WorktimeApi worktime;
    private final ObligationsApi obligations;
    private final OrganizationApi organization;
    private final AccessApi access;
    private final HistoryApi history;
    private final OpenRounds openRounds;
    private final ZoneId zone;
    private final Clock clock;

    RoundMaker(
            JdbcClient jdbc,
            RegimeQueries regimes,
            FormQueries forms,
            PlaceRegister register,
            PlaceQueries places,
            WorktimeApi worktime,
            ObligationsApi obligations,
            OrganizationApi organization,
            AccessApi access,
            HistoryApi history,
            OpenRounds openRounds,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.forms = forms;
        this.register = register;
        this.places = places;
        this.worktime = worktime;
        this.obligations = obligations;
        this.organization = organization;
        this.access = access;
        this.history = history;
        this.openRounds = openRounds;
        this.zone = zone;
        this.clock = clock;
    }

    /** Makes the rounds of all regimes up to tomorrow; also those of days on which the house stood still. */
    public void makeAhead() {
        regimes.all().forEach(this::start);
    }

    /** Makes what is missing of this regime up to tomorrow; nothing for one that is not approved. */
    public void start(Regime regime) {
        LocalDate tomorrow = today().plusDays(1);
        if (!regime.isApproved() || regime.firstDay().isAfter(tomorrow)) {
            return;
        }
        openRounds.forget();
        LocalDate last = regime.end().isBefore(tomorrow) ? regime.end() : tomorrow;
        LocalDate day = regimes.rounds(regime.id(), last, 1).stream()
                .findFirst()
                .map(round -> round.period().plusDays(1))
                .orElse(regime.firstDay());
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (regime.rhythm().asksOn(day, regime.firstDay(), worktime::isWorkingDay)) {
                make(regime, day);
            }
        }
    }

    /** Takes back what was laid down for days after the end of a regime that was stopped. */
    public void stop(Regime regime, Actor actor) {
        openRounds.forget();
        List<LocalDate> later = jdbc.sql("select period from reporting.round where regime = :regime and period > :end")
                .param("regime", regime.id())
                .param("end", regime.end())
                .query(LocalDate.class)
                .list();
        for (LocalDate period : later) {
            for (String table : List.of("obligation", "rollup", "round")) {
                jdbc.sql("delete from reporting." + table + " where regime = :regime and period = :period")
                        .param("regime", regime.id())
                        .param("period", period)
                        .update();
            }
            desks(regime, period).forEach(place -> obligations.release(deskId(regime, period, place), "stopped"));
        }
        history.record(
                new HistoryFact(
                        regime.key(), SOURCE, regime.key(), "rounds-taken-back", Map.of("rounds", later.size()), null),
                actor);
    }

    /** Lets a unit go for the periods of these days that it has not reported for; rounds made later look at the table of exemptions. */
    public void exempt(Regime regime, long place, LocalDate from, LocalDate to, String reason) {
        List<LetGo> all = jdbc.sql("""
                        update reporting.obligation set exempt = true
                        where regime = :regime and place = :place and province = :province and period between :from and :to
                          and kind = 0 and not exempt returning period, desk
                        """)
                .param("regime", regime.id())
                .param("place", place)
                .param("province", PlaceKey.province(place))
                .param("from", from)
                .param("to", to)
                .query(LetGo.class)
                .list();
        for (LetGo one : all) {
            if (regime.keptLevel() != null) {
                jdbc.sql("""
                                update reporting.rollup set owed = owed - 1, exempt = exempt + 1
                                where regime = :regime and period = :period and place = :node and province = :province
                                """)
                        .param("regime", regime.id())
                        .param("period", one.period())
                        .param("node", PlaceKey.above(place, regime.keptLevel()))
                        .param("province", PlaceKey.province(place))
                        .update();
            }
            if (one.desk()) {
                obligations.excuse(deskId(regime, one.period(), place), reason);
            }
        }
    }

    /** The id of the obligation on the desk of a unit that has people here. */
    public static UUID deskId(Regime regime, LocalDate period, long place) {
        return UUID.nameUUIDFromBytes((regime.key() + "/" + period + "/" + place).getBytes(StandardCharsets.UTF_8));
    }

    private void make(Regime regime, LocalDate period) {
        register.refresh();
        jdbc.sql("select reporting.ensure_parts(:period)")
                .param("period", period)
                .query((row, index) -> index)
                .list();
        Round round = new Round(regime.id(), period, due(regime, period), regime.formId(), formNumber(regime, period));
        if (insert(round) == 0) {
            return;
        }
        Set<Long> desks = placesWithPeople();
        targets(regime.id()).forEach(target -> oweTo(round, target, desks));
        if (regime.keptLevel() != null) {
            keepTotals(round, regime.keptLevel());
        }
        putOnDesks(regime, round);
    }

    private Instant due(Regime regime, LocalDate period) {
        return period.plusDays(regime.daysLater())
                .atTime(regime.cutOff())
                .atZone(zone)
                .toInstant();
    }

    private int formNumber(Regime regime, LocalDate period) {
        return jdbc.sql("""
                        select number from reporting.regime_form where regime = :regime and from_day <= :period
                        order by from_day desc limit 1
                        """)
                .param("regime", regime.id())
                .param("period", period)
                .query(Integer.class)
                .optional()
                .orElseThrow(ReportingError.UNKNOWN_FORM::plain);
    }

    private int insert(Round round) {
        return jdbc.sql("""
                        insert into reporting.round (regime, period, due, form_id, number, made_at)
                        values (:regime, :period, :due, :form, :number, :now) on conflict do nothing
                        """)
                .param("regime", round.regime())
                .param("period", round.period())
                .param("due", Sql.at(round.due()))
                .param("form", round.formId())
                .param("number", round.number())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private List<Target> targets(int regime) {
        return jdbc.sql("select place, level from reporting.target where regime = :regime order by place")
                .param("regime", regime)
                .query(Target.class)
                .list();
    }

    /** A unit that is merged or abolished by then owes nothing, nor does one that does not exist yet. */
    private void oweTo(Round round, Target target, Set<Long> desks) {
        String whom = target.level() == null ? "p.key = :place" : "p.level = :level and p.key between :place and :last";
        jdbc.sql("""
                        insert into reporting.obligation
                            (period, regime, place, province, revision, kind, late, exempt, review, desk)
                        select cast(:period as date), :regime, p.key, p.province, 0, 0, false,
                               exists (select from reporting.exemption e where e.regime = :regime and e.place = p.key
                                       and :period between e.from_day and e.to_day),
                               0, p.key = any(:desks)
                        from reporting.place p
                        where p.valid_from <= :period and (p.valid_to is null or p.valid_to >= :period) and
                        """ + " " + whom + " order by p.key on conflict do nothing")
                .param("period", round.period())
                .param("regime", round.regime())
                .param("place", target.place())
                .param("last", PlaceKey.last(target.place()))
                .param("level", target.level(), java.sql.Types.SMALLINT)
                .param("desks", desks.toArray(Long[]::new))
                .update();
    }

    private void keepTotals(Round round, int level) {
        int numbers = forms.issued(round.formId(), round.number()).numbers().size();
        jdbc.sql("""
                        insert into reporting.rollup (period, regime, place, province, owed, exempt, reported, zero, late, confirmed,
                            questioned, sums, known, unknown)
                        select period, regime, (place >> :shift) << :shift, province, count(*) filter (where not exempt),
                               count(*) filter (where exempt), 0, 0, 0, 0, 0, array_fill(0::numeric, array[:numbers]),
                               array_fill(0, array[:numbers]), array_fill(0, array[:numbers])
                        from reporting.obligation where period = :period and regime = :regime
                        group by period, regime, 3, province order by 3
                        """)
                .param("shift", PlaceKey.shift(level))
                .param("numbers", numbers)
                .param("period", round.period())
                .param("regime", round.regime())
                .update();
    }

    /** Units with somebody who reports here see it among what waits for them; villages without accounts do not burden the spine. */
    private void putOnDesks(Regime regime, Round round) {
        obligations.oweAll(places.all(desks(regime, round.period())).values().stream()
                .map(place -> new NewObligation(
                        deskId(regime, round.period(), place.key()),
                        SOURCE,
                        regime.key(),
                        place.unitId(),
                        null,
                        null,
                        "report",
                        regime.titleOf(round.period()),
                        "/reporting/fill/" + regime.key() + "/" + round.period() + "/" + place.key(),
                        round.due()))
                .toList());
    }

    private List<Long> desks(Regime regime, LocalDate period) {
        return jdbc.sql("""
                        select place from reporting.obligation
                        where period = :period and regime = :regime and desk and not exempt order by place
                        """)
                .param("period", period)
                .param("regime", regime.id())
                .query(Long.class)
                .list();
    }

    private Set<Long> placesWithPeople() {
        Set<Long> keys = new LinkedHashSet<>();
        for (Role role : REPORTERS) {
            Collection<Post> posts = organization.posts(access.postsWith(role)).values();
            List<UUID> units = posts.stream().map(Post::unitId).distinct().toList();
            places.ofUnits(units).forEach(place -> keys.add(place.key()));
        }
        return keys;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    record Target(long place, @Nullable Integer level) {}

    record LetGo(LocalDate period, boolean desk) {}
}
