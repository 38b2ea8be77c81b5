package org.luoshi.reporting.filling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.totals.SilentContacts;
import org.luoshi.reporting.totals.SilentUnit;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked and has which link, for the office and for those above. */
@Component
@Transactional(readOnly = true)
public class LinkPages {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final PlaceQueries places;
    private final Senders senders;
    private final SilentContacts contacts;
    private final ZoneId zone;
    private final Clock clock;

    LinkPages(
            JdbcClient jdbc,
            RegimeQueries regimes,
            PlaceQueries places,
            Senders senders,
            SilentContacts contacts,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.places = places;
        this.senders = senders;
        this.contacts = contacts;
        this.zone = zone;
        this.clock = clock;
    }

    /** Refused (NOT_YOURS) where this person makes no links for the units below that place. */
    public LinkPage require(UUID key, @Nullable Long wanted, long after, Actor actor) {
        Regime regime = regimes.require(key);
        long node = wanted == null ? top(actor) : wanted;
        if (!mayLinkBelow(actor, node)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        @Nullable Place place = node == PlaceKey.ALL ? null : places.require(node);
        List<LinkUnit> units = asked(regime, node, after);
        boolean more = units.size() > PAGE;
        return new LinkPage(
                regime,
                place,
                place == null
                        ? List.of()
                        : places.above(node).stream()
                                .filter(one -> mayLinkBelow(actor, one.key()))
                                .toList(),
                askedBelow(regime, node),
                more ? units.subList(0, PAGE) : units,
                without(regime, node).size(),
                more ? units.get(PAGE - 1).key() : null,
                lastDay(regime));
    }

    /** The office everywhere; others below their own unit, not at it: it has people here. */
    boolean mayLink(Actor actor, long place) {
        return senders.isOffice(actor)
                || senders.ownPlaces(actor).stream()
                        .anyMatch(own -> own.key() != place && PlaceKey.contains(own.key(), place));
    }

    private boolean mayLinkBelow(Actor actor, long node) {
        return senders.mayReport(actor, node);
    }

    private long top(Actor actor) {
        return senders.isOffice(actor)
                ? PlaceKey.ALL
                : senders.ownPlaces(actor).stream()
                        .findFirst()
                        .map(Place::key)
                        .orElseThrow(ReportingError.NOT_YOURS::plain);
    }

    /** What lies directly below a place and is asked or has units below it that are. */
    private List<Place> askedBelow(Regime regime, long node) {
        List<Place> children = places.children(node, today());
        Long[] keys = children.stream().map(Place::key).toArray(Long[]::new);
        Long[] lasts =
                children.stream().map(child -> PlaceKey.last(child.key())).toArray(Long[]::new);
        Set<Long> asked = newest(regime)
                .map(round -> Set.copyOf(jdbc.sql("""
                                select c.key from unnest(:keys, :lasts) as c (key, last)
                                where exists (select from reporting.obligation o where o.period = :period and o.regime = :regime
                                              and o.place between c.key and c.last)
                                """)
                        .param("keys", keys)
                        .param("lasts", lasts)
                        .param("period", round.period())
                        .param("regime", regime.id())
                        .query(Long.class)
                        .list()))
                .orElse(Set.of());
        return children.stream().filter(child -> asked.contains(child.key())).toList();
    }

    /** The units below a place where nobody has an account and that have no link, in the official order; one more than are made at once tells that there are more. */
    List<Long> without(Regime regime, long node) {
        List<Long> posted = without(regime, node, true);
        Set<Long> served = withAccount(posted);
        return Stream.concat(
                        without(regime, node, false).stream(), posted.stream().filter(place -> !served.contains(place)))
                .sorted()
                .limit(ReportLinks.MOST_AT_ONCE + 1L)
                .toList();
    }

    /** Where somebody is named to report an account may still be missing. */
    private Set<Long> withAccount(List<Long> keys) {
        return contacts.of(keys).stream()
                .filter(SilentUnit::hasAccount)
                .map(SilentUnit::key)
                .collect(Collectors.toSet());
    }

    private List<Long> without(Regime regime, long node, boolean desk) {
        return newest(regime)
                .map(round -> jdbc.sql("""
                                select o.place from reporting.obligation o
                                where o.period = :period and o.regime = :regime and o.place > :node and o.place <= :last
                                  and o.desk = :desk and not o.exempt
                                  and not exists (select from reporting.link l where l.regime = o.regime and l.place = o.place
                                                  and l.revoked_at is null and l.ends_at > :now)
                                order by o.place limit :limit
                                """)
                        .param("period", round.period())
                        .param("regime", regime.id())
                        .param("desk", desk)
                        .param("node", node)
                        .param("last", PlaceKey.last(node))
                        .param("now", Sql.at(clock.instant()))
                        .param("limit", ReportLinks.MOST_AT_ONCE + 1)
                        .query(Long.class)
                        .list())
                .orElse(List.of());
    }

    /** Those of these places that the regime asks. */
    List<Long> askedAmong(Regime regime, List<Long> keys) {
        return newest(regime)
                .map(round -> jdbc.sql("""
                                select place from reporting.obligation
                                where period = :period and regime = :regime and place = any(:keys) order by place
                                """)
                        .param("period", round.period())
                        .param("regime", regime.id())
                        .param("keys", keys.toArray(Long[]::new))
                        .query(Long.class)
                        .list())
                .orElse(List.of());
    }

    /** The day of the last cut-off: after it nothing is asked any more. */
    static LocalDate lastDay(Regime regime) {
        return regime.end().plusDays(regime.daysLater());
    }

    private List<LinkUnit> asked(Regime regime, long node, long after) {
        Optional<Round> round = newest(regime);
        if (round.isEmpty()) {
            return List.of();
        }
        List<LinkUnit> units = jdbc.sql("""
                        select o.place, o.desk, l.id, l.ends_at, l.used_at
                        from reporting.obligation o
                        left join reporting.link l on l.regime = o.regime and l.place = o.place and l.revoked_at is null
                             and l.ends_at > :now
                        where o.period = :period and o.regime = :regime and o.place > :node and o.place <= :last
                          and o.place > :after and not o.exempt
                        order by o.place limit :limit
                        """)
                .param("period", round.get().period())
                .param("regime", regime.id())
                .param("node", node)
                .param("last", PlaceKey.last(node))
                .param("after", after)
                .param("now", Sql.at(clock.instant()))
                .param("limit", PAGE + 1)
                .query((row, index) -> new LinkUnit(
                        row.getLong("place"),
                        "",
                        row.getBoolean("desk"),
                        row.getObject("id", UUID.class),
                        instant(row.getObject("ends_at", OffsetDateTime.class)),
                        instant(row.getObject("used_at", OffsetDateTime.class))))
                .list();
        Map<Long, String> names =
                places.namesBelow(node, units.stream().map(LinkUnit::key).toList());
        Set<Long> served = withAccount(
                units.stream().filter(LinkUnit::people).map(LinkUnit::key).toList());
        return units.stream()
                .map(unit -> new LinkUnit(
                        unit.key(),
                        names.getOrDefault(unit.key(), ""),
                        served.contains(unit.key()),
                        unit.linkId(),
                        unit.endsAt(),
                        unit.usedAt()))
                .toList();
    }

    /** The round that was made last, which may be tomorrow's. */
    private Optional<Round> newest(Regime regime) {
        return regimes.rounds(regime.id(), today().plusDays(1), 1).stream().findFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
