package org.luoshi.notices.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Sql;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One secret address a person for the own calendar: made once, shown once, kept only as a hash. */
@Service
@Transactional
public class CalendarLinks {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final HistoryApi history;
    private final Clock clock;

    CalendarLinks(JdbcClient jdbc, HistoryApi history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** The link as its owner sees it later. */
    public record Link(Instant madeAt, @Nullable Instant lastReadAt) {}

    /** Whose calendar a good word opens, and in which language it speaks. */
    record Reader(UUID personId, Locale language) {}

    /** Makes a link, or another one in place of the old; returns its secret word, for the only time. */
    public String make(Locale language, Actor actor) {
        String word = SecretWord.next();
        boolean replaces = of(actor.personId()).isPresent();
        jdbc.sql("""
                        insert into notices.calendar_link (person_id, hash, language, made_at)
                        values (:person, :hash, :language, :now)
                        on conflict (person_id) do update
                        set hash = excluded.hash, language = excluded.language, made_at = excluded.made_at, last_read_at = null
                        """)
                .param("person", actor.personId())
                .param("hash", SecretWord.hash(word))
                .param("language", Texts.nearest(language).toLanguageTag())
                .param("now", Sql.at(clock.instant()))
                .update();
        tell(replaces ? "replaced" : "made", actor);
        return word;
    }

    /** From now on nobody can read by it. Where there is none, nothing happens. */
    public void withdraw(Actor actor) {
        int gone = jdbc.sql("delete from notices.calendar_link where person_id = :person")
                .param("person", actor.personId())
                .update();
        if (gone > 0) {
            tell("withdrawn", actor);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Link> of(UUID personId) {
        return jdbc.sql("select made_at, last_read_at from notices.calendar_link where person_id = :person")
                .param("person", personId)
                .query(Link.class)
                .optional();
    }

    /** Empty when the word is unknown, replaced or withdrawn. */
    Optional<Reader> use(String word) {
        Optional<Row> row = jdbc.sql("select person_id, language from notices.calendar_link where hash = :hash")
                .param("hash", SecretWord.hash(word))
                .query(Row.class)
                .optional();
        row.ifPresent(found -> noteUse(found.personId()));
        return row.map(found -> new Reader(found.personId(), Locale.forLanguageTag(found.language())));
    }

    private void noteUse(UUID personId) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update notices.calendar_link set last_read_at = :now
                        where person_id = :person and (last_read_at is null or last_read_at < :before)
                        """)
                .param("now", Sql.at(now))
                .param("before", Sql.at(now.minus(USE_NOTED_EVERY)))
                .param("person", personId)
                .update();
    }

    private void tell(String action, Actor actor) {
        UUID id = actor.personId();
        history.record(new HistoryFact(id, "notices.calendar-link", id, action, Map.of(), null), actor);
    }

    record Row(UUID personId, String language) {}
}
