package org.luoshi.notices.core;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.platform.Sql;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which language somebody wants the day's mail, and whether at all. */
@Component
@Transactional
public class MailChoices {

    private final JdbcClient jdbc;

    MailChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Choice of(UUID personId) {
        return of(List.of(personId)).getOrDefault(personId, Choice.USUAL);
    }

    Map<UUID, Choice> of(Collection<UUID> personIds) {
        return jdbc
                .sql("select person_id, language, wanted from notices.mail_choice where person_id = any(:people)")
                .param("people", Sql.ids(personIds))
                .query(Row.class)
                .stream()
                .collect(Collectors.toMap(Row::personId, row -> new Choice(row.language(), row.wanted())));
    }

    public void choose(Choice choice, Actor actor) {
        jdbc.sql("""
                        insert into notices.mail_choice (person_id, language, wanted) values (:person, :language, :wanted)
                        on conflict (person_id) do update set language = :language, wanted = :wanted
                        """)
                .param("person", actor.personId())
                .param("language", Texts.nearest(choice.locale()).toLanguageTag())
                .param("wanted", choice.wanted())
                .update();
    }

    /** What somebody chose; simplified Chinese and yes where nothing was chosen. */
    public record Choice(String language, boolean wanted) {

        static final Choice USUAL = new Choice(Texts.SIMPLIFIED.toLanguageTag(), true);

        Locale locale() {
            return Locale.forLanguageTag(language);
        }
    }

    record Row(UUID personId, String language, boolean wanted) {}
}
