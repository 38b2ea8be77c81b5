package org.luoshi.reporting.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads regimes and their rounds. */
@Component
@Transactional(readOnly = true)
public class RegimeQueries {

    private static final String ROUND = "select regime, period, due, form_id, number from reporting.round ";

    private final JdbcClient jdbc;

    RegimeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Regime require(UUID key) {
        return jdbc.sql("select * from reporting.regime where key = :key")
                .param("key", key)
                .query(RegimeQueries::read)
                .optional()
                .orElseThrow(() -> ReportingError.UNKNOWN_REGIME.with(Map.of("regime", key)));
    }

    public Regime require(int id) {
        return jdbc.sql("select * from reporting.regime where id = :id")
                .param("id", id)
                .query(RegimeQueries::read)
                .optional()
                .orElseThrow(() -> ReportingError.UNKNOWN_REGIME.with(Map.of("regime", id)));
    }

    /** All, newest first. */
    public List<Regime> all() {
        return jdbc.sql("select * from reporting.regime order by id desc")
                .query(RegimeQueries::read)
                .list();
    }

    /** Approved ones that ask for something on that day. */
    public List<Regime> runningOn(LocalDate day) {
        return all().stream()
                .filter(regime -> regime.state(day) == RegimeState.RUNNING)
                .toList();
    }

    public Optional<Round> round(int regime, LocalDate period) {
        return jdbc.sql(ROUND + "where regime = :regime and period = :period")
                .param("regime", regime)
                .param("period", period)
                .query(RegimeQueries::round)
                .optional();
    }

    /** The rounds up to a day, newest first. */
    public List<Round> rounds(int regime, LocalDate until, int limit) {
        return jdbc.sql(ROUND + "where regime = :regime and period <= :until order by period desc limit :limit")
                .param("regime", regime)
                .param("until", until)
                .param("limit", limit)
                .query(RegimeQueries::round)
                .list();
    }

    /** The round of today, or the last one before; empty where none was made yet. */
    public Optional<Round> current(int regime, LocalDate today) {
        return rounds(regime, today, 1).stream().findFirst();
    }

    public Optional<Round> before(Round round) {
        return rounds(round.regime(), round.period().minusDays(1), 1).stream().findFirst();
    }

    static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getInt("regime"),
                row.getObject("period", LocalDate.class),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getObject("form_id", UUID.class),
                row.getInt("number"));
    }

    static Regime read(ResultSet row, int number) throws SQLException {
        return new Regime(
                row.getInt("id"),
                row.getObject("key", UUID.class),
                row.getInt("version"),
                row.getString("title"),
                row.getObject("form_id", UUID.class),
                row.getString("basis"),
                row.getString("purpose"),
                List.of((String[]) row.getArray("recipients").getArray()),
                Rhythm.valueOf(row.getString("rhythm")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("cut_off", LocalTime.class),
                row.getInt("days_later"),
                row.getInt("grace_days"),
                row.getObject("drafted_by", UUID.class),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                instant(row, "submitted_at"),
                row.getBoolean("second_needed"),
                row.getObject("approver_id", UUID.class),
                instant(row, "approved_at"),
                row.getObject("second_id", UUID.class),
                instant(row, "second_at"),
                row.getString("returned_for"),
                row.getObject("stopped_on", LocalDate.class),
                row.getString("stopped_for"),
                row.getObject("kept_level", Integer.class),
                instant(row, "erased_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
