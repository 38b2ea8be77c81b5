package org.luoshi.worktime.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The office's own rows of the calendar. */
@Component
public class CalendarRows {

    private static final String LOCAL =
            "select date, kind, name, source from worktime.special_day where layer = 'LOCAL' ";

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<LocalDay> localDays() {
        return jdbc.sql(LOCAL + "order by date desc").query(LocalDay.class).list();
    }

    Optional<LocalDay> localDay(LocalDate date) {
        return jdbc.sql(LOCAL + "and date = :date")
                .param("date", date)
                .query(LocalDay.class)
                .optional();
    }

    void insert(UUID id, SpecialDay day, String source, @Nullable Integer year, Actor actor, Instant now) {
        jdbc.sql("""
                insert into worktime.special_day (id, date, layer, kind, name, source, year, created_by, created_at)
                values (:id, :date, :layer, :kind, :name, :source, :year, :createdBy, :createdAt)
                on conflict (date, layer) do update set kind = excluded.kind, name = excluded.name
                """)
                .param("id", id)
                .param("date", day.date())
                .param("layer", day.layer().name())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .param("source", source)
                .param("year", year)
                .param("createdBy", actor.personId())
                .param("createdAt", Sql.at(now))
                .update();
    }

    void deleteLocal(LocalDate date) {
        jdbc.sql("delete from worktime.special_day where layer = 'LOCAL' and date = :date")
                .param("date", date)
                .update();
    }

    void replaceYear(int year, String source, Actor actor, Instant now) {
        jdbc.sql("delete from worktime.special_day where layer = 'NATIONAL' and year = :year")
                .param("year", year)
                .update();
        jdbc.sql("""
                insert into worktime.imported_year (year, source, imported_by, imported_at)
                values (:year, :source, :by, :at)
                on conflict (year) do update
                set source = excluded.source, imported_by = excluded.imported_by, imported_at = excluded.imported_at
                """)
                .param("year", year)
                .param("source", source)
                .param("by", actor.personId())
                .param("at", Sql.at(now))
                .update();
    }

    void nextRevision() {
        jdbc.sql("""
                insert into worktime.calendar_state (revision) values (nextval('worktime.calendar_revision'))
                on conflict (only_row) do update set revision = excluded.revision
                """).update();
    }

    void saveHours(String hours) {
        jdbc.sql("""
                insert into worktime.calendar_state (revision, hours)
                values (nextval('worktime.calendar_revision'), :hours)
                on conflict (only_row) do update set revision = excluded.revision, hours = excluded.hours
                """).param("hours", hours).update();
    }
}
