package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.luoshi.platform.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives items their numbers, 督〔2026〕17号, without gaps within a year: the counter's row is locked until the filing is committed. */
@Component
class Numbers {

    private final JdbcClient jdbc;
    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;

    Numbers(JdbcClient jdbc, Texts texts, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    void give(Item item) {
        int year = LocalDate.now(clock.withZone(zone)).getYear();
        int sequence = jdbc.sql("""
                insert into ledger.number_series as s (year, last) values (:year, 1)
                on conflict (year) do update set last = s.last + 1
                returning last
                """).param("year", year).query(Integer.class).single();
        item.year = year;
        item.sequence = sequence;
        item.number = texts.get(Texts.SIMPLIFIED, "ledger.number", "year", year, "sequence", sequence);
    }
}
