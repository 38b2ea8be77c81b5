package org.luoshi.reporting.filling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportState;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person's own units owe. */
@Component
@Transactional(readOnly = true)
public class OwedRounds {

    private static final int LOOK_BACK = 7;
    private static final int FEW = 20;

    private static final String OWED = """
            select o.place, o.kind, o.late, o.exempt, o.revision, o.review, coalesce(r.final, true) as last
            from reporting.obligation o
            left join reporting.report r on r.period = o.period and r.regime = o.regime and r.place = o.place
                 and r.province = o.province and r.revision = o.revision
            """;

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final PlaceQueries places;
    private final Senders senders;
    private final ZoneId zone;
    private final Clock clock;

    OwedRounds(
            JdbcClient jdbc,
            RegimeQueries regimes,
            OpenRounds rounds,
            PlaceQueries places,
            Senders senders,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.rounds = rounds;
        this.places = places;
        this.senders = senders;
        this.zone = zone;
        this.clock = clock;
    }

    /** Today's rounds of the running regimes that ask the person's own units, and of the last days what still waits. */
    public List<OwedRound> of(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<OwedRound> owed = new ArrayList<>();
        for (Place place : senders.ownPlaces(actor)) {
            owed.addAll(of(place, today));
        }
        return owed;
    }

    /** The same for one unit, in all regimes. */
    private List<OwedRound> of(Place place, LocalDate today) {
        return regimes.all().stream()
                .filter(regime ->
                        regime.isApproved() && !today.isAfter(regime.end().plusDays(LOOK_BACK)))
                .flatMap(regime -> of(regime, place, today).stream())
                .toList();
    }

    /** What one unit owes in one regime, newest first: today's, and of the last days what still waits. */
    public List<OwedRound> of(Regime regime, Place place, LocalDate today) {
        List<OwedRound> owed = new ArrayList<>();
        for (Round round : regimes.rounds(regime.id(), today, LOOK_BACK)) {
            find(rounds.require(regime.key(), round.period()), place)
                    .filter(one -> one.state() != ReportState.EXEMPT)
                    .filter(one -> round.period().equals(today) || one.waits())
                    .ifPresent(owed::add);
        }
        return owed;
    }

    /** Whether it is one of the last rounds, which this page looks back to. */
    boolean isRecent(Regime regime, LocalDate period, LocalDate today) {
        return regimes.rounds(regime.id(), today, LOOK_BACK).stream()
                .anyMatch(round -> round.period().equals(period));
    }

    /** The units below one in a round; empty where nobody below is asked. */
    public Optional<BelowMine> below(OpenRound open, Place place) {
        BelowCount count = count(open, place);
        if (count.owed() == 0) {
            return Optional.empty();
        }
        List<OwedRound> units = unitsBelow(open, place, count.owed() > FEW);
        Map<Long, String> names = places.namesBelow(
                place.key(), units.stream().map(unit -> unit.place().key()).toList());
        return Optional.of(new BelowMine(open, place, count, units, names));
    }

    private BelowCount count(OpenRound open, Place place) {
        return jdbc.sql("""
                        select count(*) filter (where not exempt) as owed, count(*) filter (where kind > 0 and not exempt) as reported
                        from reporting.obligation
                        where period = :period and regime = :regime and place > :place and place <= :last and province = :province
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("last", PlaceKey.last(place.key()))
                .param("province", PlaceKey.province(place.key()))
                .query(BelowCount.class)
                .single();
    }

    /** Counts of the units below one. */
    public record BelowCount(int owed, int reported) {}

    /** The units below a place: all where they are few, else the first of those who are silent. In the official order. */
    private List<OwedRound> unitsBelow(OpenRound open, Place place, boolean silentOnly) {
        boolean past = clock.instant().isAfter(open.round().due());
        return jdbc.sql("""
                        select p.key, p.unit_id, p.level, p.code, p.name, p.valid_from, p.valid_to, o.*
                        from (""" + OWED + """
                        where o.period = :period and o.regime = :regime and o.place > :place and o.place <= :last
                          and o.province = :province and not o.exempt and (o.kind = 0 or not :silent)
                        order by o.place limit :limit) o
                        join reporting.place p on p.key = o.place order by o.place
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("last", PlaceKey.last(place.key()))
                .param("province", PlaceKey.province(place.key()))
                .param("silent", silentOnly)
                .param("limit", FEW)
                .query((row, index) -> read(row, open, PlaceQueries.read(row, index), past))
                .list();
    }

    private Optional<OwedRound> find(OpenRound open, Place place) {
        boolean past = clock.instant().isAfter(open.round().due());
        return jdbc.sql(OWED + """
                        where o.period = :period and o.regime = :regime and o.place = :place and o.province = :province
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("province", PlaceKey.province(place.key()))
                .query((row, index) -> read(row, open, place, past))
                .optional();
    }

    private static OwedRound read(ResultSet row, OpenRound open, Place place, boolean past) throws SQLException {
        return new OwedRound(
                open,
                place,
                ReportState.of(row.getInt("kind"), row.getBoolean("late"), row.getBoolean("exempt"), past),
                row.getInt("revision"),
                row.getInt("review"),
                row.getBoolean("last"));
    }

    /** What stood in the round before; null where nothing did. It is shown, never entered. */
    public @Nullable Figures before(OpenRound open, long place) {
        Round before = open.before();
        if (before == null) {
            return null;
        }
        return jdbc.sql("""
                        select r.kind, r.values::text as values from reporting.obligation o
                        join reporting.report r on r.period = o.period and r.regime = o.regime and r.place = o.place
                             and r.province = o.province and r.revision = o.revision
                        where o.period = :period and o.regime = :regime and o.place = :place and o.province = :province
                        """)
                .param("period", before.period())
                .param("regime", before.regime())
                .param("place", place)
                .param("province", PlaceKey.province(place))
                .query((row, index) -> row.getInt("kind") == 1 ? Figures.ZERO : Figures.stored(row.getString("values")))
                .optional()
                .orElse(null);
    }
}
