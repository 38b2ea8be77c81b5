package org.luoshi.reporting.filling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.OpenRounds;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
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

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final OpenRounds rounds;
    private final Senders senders;
    private final ZoneId zone;
    private final Clock clock;

    OwedRounds(JdbcClient jdbc, RegimeQueries regimes, OpenRounds rounds, Senders senders, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.rounds = rounds;
        this.senders = senders;
        this.zone = zone;
        this.clock = clock;
    }

    /** Today's rounds of the running regimes that ask the person's own units, and older ones of the last days that nothing came for. */
    public List<OwedRound> of(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<OwedRound> owed = new ArrayList<>();
        for (Place place : senders.ownPlaces(actor)) {
            owed.addAll(of(place, today));
        }
        return owed;
    }

    /** The same for one unit. */
    public List<OwedRound> of(Place place, LocalDate today) {
        List<OwedRound> owed = new ArrayList<>();
        for (Regime regime : regimes.all()) {
            if (regime.isApproved() && !today.isAfter(regime.end().plusDays(LOOK_BACK))) {
                for (Round round : regimes.rounds(regime.id(), today, LOOK_BACK)) {
                    find(rounds.require(regime.key(), round.period()), place)
                            .filter(one -> round.period().equals(today) || one.revision() == 0)
                            .filter(one -> one.state() != ReportState.EXEMPT)
                            .ifPresent(owed::add);
                }
            }
        }
        return owed;
    }

    /** How many of the units below have sent something, of how many that are asked; empty where nobody below is asked. */
    public Optional<BelowCount> below(OpenRound open, Place place) {
        BelowCount count = jdbc.sql("""
                        select count(*) filter (where not exempt) as owed, count(*) filter (where kind > 0) as reported
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
        return Optional.of(count).filter(one -> one.owed() > 0);
    }

    /** Counts of the units below one. */
    public record BelowCount(int owed, int reported) {}

    private Optional<OwedRound> find(OpenRound open, Place place) {
        boolean past = clock.instant().isAfter(open.round().due());
        return jdbc.sql("""
                        select kind, late, exempt, revision, review from reporting.obligation
                        where period = :period and regime = :regime and place = :place and province = :province
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("province", PlaceKey.province(place.key()))
                .query((row, index) -> new OwedRound(
                        open,
                        place,
                        ReportState.of(row.getInt("kind"), row.getBoolean("late"), row.getBoolean("exempt"), past),
                        row.getInt("revision"),
                        row.getInt("review")))
                .optional();
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
