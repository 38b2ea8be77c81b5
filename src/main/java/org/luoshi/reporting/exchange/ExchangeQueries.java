package org.luoshi.reporting.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportState;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What programs read of a round: one unit, or all that they answer for. */
@Component
@Transactional(readOnly = true)
public class ExchangeQueries {

    private static final String SELECT = """
            select p.key, p.code, p.name, o.revision, o.kind, o.late, o.exempt, r.sequel, r.final, r.at, r.signer, r.values
            from reporting.obligation o
            join reporting.place p on p.key = o.place
            left join reporting.report r
                on r.period = :period and r.regime = :regime and r.place = o.place and r.province = o.province
                   and r.revision = o.revision
            where o.period = :period and o.regime = :regime and
            """;

    private final JdbcClient jdbc;
    private final Senders senders;
    private final Clock clock;

    ExchangeQueries(JdbcClient jdbc, Senders senders, Clock clock) {
        this.jdbc = jdbc;
        this.senders = senders;
        this.clock = clock;
    }

    /** Refused (NOT_YOURS) where the viewer answers neither for it nor for something above it, (NOT_ASKED) where it owes nothing. */
    public StandingAnswer standing(OpenRound open, Place place, Actor viewer) {
        senders.requireSight(viewer, place.key());
        Reading reading = new Reading(open, viewer);
        return jdbc.sql(SELECT + " o.place = :place and o.province = :province")
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place.key())
                .param("province", PlaceKey.province(place.key()))
                .query(reading::read)
                .optional()
                .orElseThrow(() -> ReportingError.NOT_ASKED.with(
                        Map.of("name", place.name(), "title", open.regime().title())));
    }

    /** The viewer's own and those below, the office's all; {@code after} is the last place of the page before. */
    public ObligationPage obligations(OpenRound open, long after, int limit, Actor viewer) {
        List<Place> own = senders.ownPlaces(viewer);
        boolean all = senders.readsAll(viewer);
        Reading reading = new Reading(open, viewer);
        List<StandingAnswer> found = jdbc.sql(SELECT + """
                         o.place > :after and (:all or exists (
                            select 1 from unnest(:firsts, :lasts) as mine (first, last) where o.place between mine.first and mine.last))
                        order by o.place limit :limit
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("after", after)
                .param("all", all)
                .param("firsts", own.stream().map(Place::key).toArray(Long[]::new))
                .param(
                        "lasts",
                        own.stream().map(place -> PlaceKey.last(place.key())).toArray(Long[]::new))
                .param("limit", limit + 1)
                .query(reading::read)
                .list();
        boolean more = found.size() > limit;
        List<StandingAnswer> page = more ? found.subList(0, limit) : found;
        return new ObligationPage(page, more ? page.get(limit - 1).place() : null);
    }

    /** Reads rows as this viewer may see them: who only reads does not see personal fields. */
    private final class Reading {

        private final OpenRound open;
        private final Actor viewer;
        private final boolean past;
        private final Set<String> personal;

        Reading(OpenRound open, Actor viewer) {
            this.open = open;
            this.viewer = viewer;
            this.past = clock.instant().isAfter(open.round().due());
            this.personal = open.form().fields().stream()
                    .filter(ReportField::personal)
                    .map(ReportField::code)
                    .collect(Collectors.toSet());
        }

        StandingAnswer read(ResultSet row, int number) throws SQLException {
            int kind = row.getInt("kind");
            long place = row.getLong("key");
            return new StandingAnswer(
                    row.getString("code"),
                    Long.toString(place),
                    row.getString("name"),
                    ReportState.of(kind, row.getBoolean("late"), row.getBoolean("exempt"), past),
                    row.getInt("revision"),
                    row.getInt("sequel"),
                    kind == 1,
                    row.getBoolean("final"),
                    instant(row.getObject("at", OffsetDateTime.class)),
                    row.getBoolean("late"),
                    row.getString("signer"),
                    kind == 2 ? visible(row.getString("values"), place) : null);
        }

        private Map<String, @Nullable Object> visible(String json, long place) {
            Map<String, @Nullable Object> values =
                    new LinkedHashMap<>(Figures.stored(json).values());
            if (!senders.mayReport(viewer, place)) {
                values.keySet().removeAll(personal);
            }
            return values;
        }

        private @Nullable Instant instant(@Nullable OffsetDateTime at) {
            return at == null ? null : at.toInstant();
        }
    }
}
