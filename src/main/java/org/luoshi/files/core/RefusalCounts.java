package org.luoshi.files.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How often something marked was refused: a number per day and place; neither content nor person is kept. */
@Component
public class RefusalCounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    RefusalCounts(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /** A day with its numbers. */
    public record Day(LocalDate day, int fields, int fileNames, int fileContents) {

        public int total() {
            return fields + fileNames + fileContents;
        }
    }

    /** In a transaction of its own, because the refusal rolls the caller's back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(RefusalPlace place) {
        jdbc.sql("""
                insert into files.refusal_count (day, place, count) values (:day, :place, 1)
                on conflict (day, place) do update set count = refusal_count.count + 1
                """)
                .param("day", LocalDate.now(clock.withZone(zone)))
                .param("place", place.name())
                .update();
    }

    /** Days on which something was refused, newest first. */
    @Transactional(readOnly = true)
    public List<Day> days(int limit) {
        return jdbc.sql("""
                select day,
                       coalesce(sum(count) filter (where place = 'FIELD'), 0)::int as fields,
                       coalesce(sum(count) filter (where place = 'FILE_NAME'), 0)::int as file_names,
                       coalesce(sum(count) filter (where place = 'FILE_CONTENT'), 0)::int as file_contents
                from files.refusal_count
                group by day order by day desc limit :limit
                """).param("limit", limit).query(Day.class).list();
    }
}
