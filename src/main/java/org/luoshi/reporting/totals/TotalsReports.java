package org.luoshi.reporting.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportState;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of the way down: the one report, its revisions and what was said about them. */
@Component
@Transactional(readOnly = true)
public class TotalsReports {

    private final JdbcClient jdbc;
    private final PlaceQueries places;
    private final Senders senders;
    private final OrganizationApi organization;
    private final Clock clock;

    TotalsReports(JdbcClient jdbc, PlaceQueries places, Senders senders, OrganizationApi organization, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.senders = senders;
        this.organization = organization;
        this.clock = clock;
    }

    /** Refused (NOT_YOURS) for those who may not see this unit. */
    public TotalsReport require(OpenRound open, long key, Actor actor) {
        if (key == PlaceKey.ALL) {
            throw ReportingError.UNKNOWN_PLACE.with(Map.of("unit", key));
        }
        senders.requireSight(actor, key);
        return of(open, places.require(key));
    }

    /** The same for whoever has proven the right otherwise. */
    public TotalsReport of(OpenRound open, Place place) {
        long key = place.key();
        Optional<Owed> owed = owed(open, place);
        List<TotalsRevision> revisions = revisions(open, place);
        boolean isPast = clock.instant().isAfter(open.round().due());
        return new TotalsReport(
                place,
                places.fullNames(List.of(key)).getOrDefault(key, place.name()),
                owed.isPresent(),
                owed.map(one -> ReportState.of(one.kind(), one.late(), one.exempt(), isPast))
                        .orElse(ReportState.EXEMPT),
                owed.map(Owed::review).orElse(0),
                revisions,
                senders(revisions),
                reviews(open, place));
    }

    private Optional<Owed> owed(OpenRound open, Place place) {
        return jdbc.sql("""
                        select kind, late, exempt, review from reporting.obligation
                        where period = :period and regime = :regime and place = :place and province = :province
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("province", PlaceKey.province(place.key()))
                .query(Owed.class)
                .optional();
    }

    private List<TotalsRevision> revisions(OpenRound open, Place place) {
        return jdbc.sql("""
                        select * from reporting.report
                        where period = :period and regime = :regime and place = :place and province = :province
                        order by revision desc
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("province", PlaceKey.province(place.key()))
                .query(TotalsReports::revision)
                .list();
    }

    private Map<UUID, String> senders(List<TotalsRevision> revisions) {
        List<UUID> ids = revisions.stream()
                .map(TotalsRevision::senderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return organization.people(ids).values().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    private List<TotalsReview> reviews(OpenRound open, Place place) {
        return jdbc.sql("""
                        select revision, kind, words, by_name, at from reporting.review
                        where regime = :regime and period = :period and place = :place order by at desc, id desc
                        """)
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("place", place.key())
                .query(TotalsReview.class)
                .list();
    }

    private static TotalsRevision revision(ResultSet row, int number) throws SQLException {
        short channel = row.getShort("channel");
        return new TotalsRevision(
                row.getInt("revision"),
                row.getInt("sequel"),
                row.getBoolean("final"),
                Arrays.stream(Channel.values())
                        .filter(one -> one.code() == channel)
                        .findFirst()
                        .orElseThrow(),
                row.getBoolean("on_behalf"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("sender_id", UUID.class),
                row.getString("signer"),
                row.getInt("kind") == 1 ? Figures.ZERO : Figures.stored(row.getString("values")),
                row.getString("reason"));
    }

    record Owed(int kind, boolean late, boolean exempt, int review) {}
}
