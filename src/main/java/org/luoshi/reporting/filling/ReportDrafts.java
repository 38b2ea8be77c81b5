package org.luoshi.reporting.filling;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was typed and could not be sent: kept for the unit until a report is taken. It counts nowhere. */
@Component
@Transactional
public class ReportDrafts {

    private static final TypeReference<LinkedHashMap<String, String>> TYPED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ReportDrafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What somebody typed, and when. */
    public record Draft(Map<String, String> typed, @Nullable UUID byId, Instant savedAt) {}

    public Optional<Draft> find(OpenRound open, long place) {
        return jdbc.sql("""
                        select typed::text as typed, by_id, saved_at from reporting.draft
                        where regime = :regime and period = :period and place = :place
                        """)
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("place", place)
                .query((row, index) -> new Draft(
                        json.readValue(row.getString("typed"), TYPED),
                        row.getObject("by_id", UUID.class),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void keep(OpenRound open, long place, Map<String, String> typed, @Nullable UUID by) {
        Map<String, String> storable = new LinkedHashMap<>();
        typed.forEach((name, value) -> storable.put(name, value.replace("\0", "")));
        jdbc.sql("""
                        insert into reporting.draft (regime, period, place, typed, by_id, saved_at)
                        values (:regime, :period, :place, cast(:typed as jsonb), :by, :now)
                        on conflict (regime, period, place) do update set typed = excluded.typed, by_id = excluded.by_id,
                            saved_at = excluded.saved_at
                        """)
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("place", place)
                .param("typed", json.writeValueAsString(storable))
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void drop(OpenRound open, long place) {
        jdbc.sql("delete from reporting.draft where regime = :regime and period = :period and place = :place")
                .param("regime", open.round().regime())
                .param("period", open.round().period())
                .param("place", place)
                .update();
    }
}
