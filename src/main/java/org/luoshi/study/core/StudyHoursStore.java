package org.luoshi.study.core;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hours from elsewhere and made-up study as rows. */
@Component
class StudyHoursStore {

    private static final String ROW = """
            select id, person_id, title, day, amount, unit, hours, platform, course, noted_by, noted_at from study.outside_hours
            """;

    private final JdbcClient jdbc;

    StudyHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OutsideHours> find(UUID id) {
        return jdbc.sql(ROW + " where id = :id")
                .param("id", id)
                .query(OutsideHours.class)
                .optional();
    }

    List<OutsideHours> of(Collection<UUID> people, int year) {
        return jdbc.sql(ROW + " where person_id = any(:people) and day between :from and :to order by day, id")
                .param("people", Sql.ids(people))
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .query(OutsideHours.class)
                .list();
    }

    /** What makes each entry of these people the same as another. */
    Set<OutsideHours.Key> keys(Collection<UUID> people) {
        return new HashSet<>(jdbc.sql(
                        "select person_id, day, title, platform from study.outside_hours where person_id = any(:people)")
                .param("people", Sql.ids(people))
                .query(OutsideHours.Key.class)
                .list());
    }

    /** False where it has been noted already. */
    boolean insert(OutsideHours one) {
        return jdbc.sql("""
                        insert into study.outside_hours (id, person_id, title, day, amount, unit, hours, platform, course, noted_by, noted_at)
                        values (:id, :person, :title, :day, :amount, :unit, :hours, :platform, :course, :by, :at)
                        on conflict (person_id, day, title, platform) do nothing
                        """)
                        .param("id", one.id())
                        .param("person", one.personId())
                        .param("title", one.title())
                        .param("day", one.day())
                        .param("amount", one.amount())
                        .param("unit", one.unit())
                        .param("hours", one.hours())
                        .param("platform", one.platform())
                        .param("course", one.course())
                        .param("by", one.notedBy())
                        .param("at", Sql.at(one.notedAt()))
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("delete from study.outside_hours where id = :id")
                .param("id", id)
                .update();
    }

    List<StudyMakeUp> madeUp(Collection<UUID> people, int year) {
        return jdbc.sql("""
                        select activity_id, person_id, year, day, line, hours, noted_at from study.make_up
                        where person_id = any(:people) and year = :year order by day, activity_id
                        """)
                .param("people", Sql.ids(people))
                .param("year", year)
                .query(StudyMakeUp.class)
                .list();
    }

    /** What was noted last stands. */
    void save(StudyMakeUp one) {
        jdbc.sql("""
                insert into study.make_up (activity_id, person_id, year, day, line, hours, noted_at)
                values (:activity, :person, :year, :day, :line, :hours, :at)
                on conflict (activity_id, person_id) do update set year = excluded.year, day = excluded.day, line = excluded.line,
                    hours = excluded.hours, noted_at = excluded.noted_at
                """)
                .param("activity", one.activityId())
                .param("person", one.personId())
                .param("year", one.year())
                .param("day", one.day())
                .param("line", one.line())
                .param("hours", one.hours())
                .param("at", Sql.at(one.notedAt()))
                .update();
    }

    /** False where there was nothing. */
    boolean deleteMakeUp(UUID activityId, UUID personId) {
        return jdbc.sql("delete from study.make_up where activity_id = :activity and person_id = :person")
                        .param("activity", activityId)
                        .param("person", personId)
                        .update()
                == 1;
    }
}
