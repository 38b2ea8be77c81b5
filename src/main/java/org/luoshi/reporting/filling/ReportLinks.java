package org.luoshi.reporting.filling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.Regime;
import org.luoshi.reporting.core.RegimeQueries;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by which a unit without account reports: made by those above it, shown once, kept only as a hash; a new one replaces the old. */
@Component
@Transactional
public class ReportLinks {

    static final int MOST_AT_ONCE = 2000;

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final RegimeQueries regimes;
    private final PlaceQueries places;
    private final LinkPages pages;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final ZoneId zone;
    private final Clock clock;

    ReportLinks(
            JdbcClient jdbc,
            RegimeQueries regimes,
            PlaceQueries places,
            LinkPages pages,
            OrganizationApi organization,
            HistoryApi history,
            ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.regimes = regimes;
        this.places = places;
        this.pages = pages;
        this.organization = organization;
        this.history = history;
        this.zone = zone;
        this.clock = clock;
    }

    /** Links for all units below a place that have neither people here nor a link. */
    public LinkSheet makeMissing(UUID regime, long node, @Nullable LocalDate until, Actor actor) {
        return make(regime, node, pages.without(regimes.require(regime), node), until, actor);
    }

    /**
     * Links for these units.
     *
     * @param until the last day on which they open; null for as long as the regime asks
     */
    public LinkSheet make(UUID key, long node, List<Long> wanted, @Nullable LocalDate until, Actor actor) {
        Regime regime = regimes.require(key);
        LocalDate lastDay = lastDay(regime, until);
        requireAllowed(regime, wanted, actor);
        List<Long> asked = pages.askedAmong(regime, wanted);
        if (asked.isEmpty()) {
            throw LinkError.NOTHING_CHOSEN.plain();
        }
        List<String> words = asked.stream().map(place -> SecretWord.next()).toList();
        write(regime, asked, words, lastDay, actor);
        history.record(
                new HistoryFact(
                        regime.key(),
                        "reporting.link",
                        regime.key(),
                        "made",
                        Map.of("count", asked.size(), "until", lastDay),
                        null),
                actor);
        Map<Long, String> names = places.fullNames(asked);
        return new LinkSheet(
                regime,
                node,
                lastDay,
                IntStream.range(0, asked.size())
                        .mapToObj(n -> new LinkSheet.Line(names.getOrDefault(asked.get(n), ""), words.get(n)))
                        .toList());
    }

    /** From now on it opens nothing. */
    public void revoke(UUID regimeKey, UUID id, Actor actor) {
        Regime regime = regimes.require(regimeKey);
        long key = jdbc.sql("select place from reporting.link where id = :id and regime = :regime")
                .param("id", id)
                .param("regime", regime.id())
                .query(Long.class)
                .optional()
                .orElseThrow(LinkError.UNKNOWN::plain);
        requireAllowed(regime, List.of(key), actor);
        int revoked = jdbc.sql("update reporting.link set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
        if (revoked > 0) {
            history.record(
                    new HistoryFact(
                            regime.key(),
                            "reporting.link",
                            id,
                            "revoked",
                            Map.of("unit", places.require(key).name()),
                            null),
                    actor);
        }
    }

    /** Refused with why it does not open: unknown, replaced or revoked, expired, the regime or the unit has ended. */
    public LinkVisit open(String word) {
        Row row = jdbc.sql("""
                        select id, regime, place, made_by, ends_at, revoked_at is not null as revoked
                        from reporting.link where hash = :hash
                        """)
                .param("hash", SecretWord.hash(word))
                .query(Row.class)
                .optional()
                .orElseThrow(LinkError.UNKNOWN::plain);
        Regime regime = regimes.require(row.regime());
        Place place = places.require(row.place());
        refusal(row, regime, place).ifPresent(error -> {
            throw error.with(details(row, regime, place));
        });
        noteUse(row.id());
        String fullName = places.fullNames(List.of(place.key())).getOrDefault(place.key(), place.name());
        return new LinkVisit(regime, place, fullName, row.endsAt());
    }

    private Optional<LinkError> refusal(Row row, Regime regime, Place place) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        if (!place.isValidOn(today)) {
            return Optional.of(LinkError.UNIT_ENDED);
        }
        if (today.isAfter(LinkPages.lastDay(regime))) {
            return Optional.of(LinkError.REGIME_ENDED);
        }
        if (row.revoked()) {
            return Optional.of(LinkError.REVOKED);
        }
        return clock.instant().isBefore(row.endsAt()) ? Optional.empty() : Optional.of(LinkError.EXPIRED);
    }

    private Map<String, Object> details(Row row, Regime regime, Place place) {
        return Map.of(
                "unit",
                place.name(),
                "title",
                regime.title(),
                "end",
                regime.end(),
                "day",
                LocalDate.ofInstant(row.endsAt(), zone).minusDays(1),
                "maker",
                organization.person(row.madeBy()).map(Person::name).orElse(""));
    }

    private LocalDate lastDay(Regime regime, @Nullable LocalDate until) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate last = LinkPages.lastDay(regime);
        if (!regime.isApproved() || today.isAfter(last)) {
            throw LinkError.REGIME_ENDED.with(Map.of("title", regime.title(), "end", regime.end()));
        }
        if (until != null && (until.isBefore(today) || until.isAfter(last))) {
            throw LinkError.BAD_END.with(Map.of("field", "until", "first", today, "last", last));
        }
        return until == null ? last : until;
    }

    private void requireAllowed(Regime regime, List<Long> wanted, Actor actor) {
        if (wanted.isEmpty()) {
            throw LinkError.NOTHING_CHOSEN.plain();
        }
        if (wanted.size() > MOST_AT_ONCE) {
            throw LinkError.TOO_MANY.with(Map.of("most", MOST_AT_ONCE));
        }
        if (!wanted.stream().allMatch(place -> pages.mayLink(actor, place))) {
            throw ReportingError.NOT_YOURS.with(Map.of("title", regime.title()));
        }
    }

    private void write(Regime regime, List<Long> asked, List<String> words, LocalDate lastDay, Actor actor) {
        jdbc.sql("""
                        update reporting.link set revoked_at = :now
                        where regime = :regime and place = any(:places) and revoked_at is null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("regime", regime.id())
                .param("places", asked.toArray(Long[]::new))
                .update();
        try {
            jdbc.sql("""
                            insert into reporting.link (id, hash, regime, place, made_by, made_at, ends_at)
                            select id, hash, :regime, place, :actor, :now, :ends
                            from unnest(:ids, :hashes, :places) as t (id, hash, place)
                            """)
                    .param(
                            "ids",
                            asked.stream()
                                    .map(place -> TimeOrderedIds.next(clock))
                                    .toArray(UUID[]::new))
                    .param("hashes", words.stream().map(SecretWord::hash).toArray(byte[][]::new))
                    .param("places", asked.toArray(Long[]::new))
                    .param("regime", regime.id())
                    .param("actor", actor.personId())
                    .param("now", Sql.at(clock.instant()))
                    .param("ends", Sql.at(endOf(lastDay)))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw LinkError.MADE_MEANWHILE.plain();
        }
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void noteUse(UUID id) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update reporting.link set used_at = :now
                        where id = :id and (used_at is null or used_at < :before)
                        """)
                .param("now", Sql.at(now))
                .param("before", Sql.at(now.minus(USE_NOTED_EVERY)))
                .param("id", id)
                .update();
    }

    record Row(UUID id, int regime, long place, UUID madeBy, Instant endsAt, boolean revoked) {}
}
