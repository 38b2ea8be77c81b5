package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.CHANGED_MEANWHILE;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_PERSON;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Person;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People in their table. */
@Component
class PersonStore {

    private static final String COLUMNS = "select id, name, telephone, email from organization.person ";

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Person require(UUID id) {
        return find(id).orElseThrow(() -> UNKNOWN_PERSON.with(Map.of("id", id)));
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Person.class)
                .optional();
    }

    List<Person> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query(Person.class)
                .list();
    }

    /** By part of the name or initials; all of them for an empty query. */
    List<Person> search(String query, boolean left, int limit, int offset) {
        String folded = Fold.text(query);
        return jdbc.sql(COLUMNS + """
                        where (left_on is not null) = :left and haystack like :within and grams @> :grams::text[]
                        order by (:query <> '' and (' ' || haystack) like :beginning) desc, name collate "C", id
                        limit :limit offset :offset
                        """)
                .param("left", left)
                .param("query", folded)
                .param("within", "%" + folded + "%")
                .param("beginning", "% " + folded + "%")
                .param("grams", Sql.texts(UnitNames.grams(List.of(folded))))
                .param("limit", limit)
                .param("offset", offset)
                .query(Person.class)
                .list();
    }

    List<Person> withEmail(String address) {
        return jdbc.sql(COLUMNS + "where left_on is null and lower(email) = lower(:address) order by id limit 50")
                .param("address", address)
                .query(Person.class)
                .list();
    }

    long count(boolean left) {
        return jdbc.sql("select count(*) from organization.person where (left_on is not null) = :left")
                .param("left", left)
                .query(Long.class)
                .single();
    }

    Optional<LocalDate> leftOn(UUID id) {
        return jdbc.sql("select left_on from organization.person where id = :id and left_on is not null")
                .param("id", id)
                .query(LocalDate.class)
                .optional();
    }

    int version(UUID id) {
        return jdbc.sql("select version from organization.person where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void insert(Person person) {
        jdbc.sql("""
                        insert into organization.person (id, version, name, telephone, email, haystack, grams)
                        values (:id, 1, :name, :telephone, :email, :haystack, :grams)
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("telephone", person.telephone(), Types.VARCHAR)
                .param("email", person.email(), Types.VARCHAR)
                .param("haystack", haystack(person.name()))
                .param("grams", grams(person.name()))
                .update();
    }

    void update(Person person, int seenVersion) {
        int updated = jdbc.sql("""
                        update organization.person
                        set version = version + 1, name = :name, telephone = :telephone, email = :email,
                            haystack = :haystack, grams = :grams
                        where id = :id and version = :version
                        """)
                .param("name", person.name())
                .param("telephone", person.telephone(), Types.VARCHAR)
                .param("email", person.email(), Types.VARCHAR)
                .param("haystack", haystack(person.name()))
                .param("grams", grams(person.name()))
                .param("id", person.id())
                .param("version", seenVersion)
                .update();
        if (updated == 0) {
            throw CHANGED_MEANWHILE.with(Map.of("name", person.name()));
        }
    }

    void leave(UUID id, @Nullable LocalDate lastDay) {
        jdbc.sql("update organization.person set version = version + 1, left_on = :lastDay where id = :id")
                .param("lastDay", lastDay, Types.DATE)
                .param("id", id)
                .update();
    }

    private static String haystack(String name) {
        return Fold.text(name) + " " + Fold.initials(name);
    }

    private static String[] grams(String name) {
        return Sql.texts(UnitNames.grams(List.of(Fold.text(name), Fold.initials(name))));
    }
}
