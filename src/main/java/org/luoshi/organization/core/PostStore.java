package org.luoshi.organization.core;

import static org.luoshi.organization.core.OrganizationError.CHANGED_MEANWHILE;
import static org.luoshi.organization.core.OrganizationError.UNKNOWN_POST;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.Holding;
import org.luoshi.organization.Post;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts, and who holds them when. */
@Component
class PostStore {

    private static final String POST =
            "select id, unit_id, title, place, serves_post_id, valid_from, valid_to from organization.post ";
    private static final String HOLDING = "select id, post_id, person_id, from_day, to_day from organization.holding ";

    /** A holding with the id that writing needs. */
    record Held(UUID id, Holding holding) {}

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Post> find(UUID id) {
        return jdbc.sql(POST + "where id = :id")
                .param("id", id)
                .query(PostStore::readPost)
                .optional();
    }

    /** The post, locked until the transaction ends, so that two holders cannot be put on it side by side. */
    Post lock(UUID id) {
        return jdbc.sql(POST + "where id = :id for update")
                .param("id", id)
                .query(PostStore::readPost)
                .optional()
                .orElseThrow(() -> UNKNOWN_POST.with(Map.of("id", id)));
    }

    List<Post> all(Collection<UUID> ids) {
        return jdbc.sql(POST + "where id = any(:ids)")
                .param("ids", Sql.ids(ids))
                .query(PostStore::readPost)
                .list();
    }

    List<Post> of(UUID unitId, LocalDate day) {
        return jdbc.sql(POST + "where unit_id = :unit and (valid_to is null or valid_to >= :day) order by place, id")
                .param("unit", unitId)
                .param("day", day)
                .query(PostStore::readPost)
                .list();
    }

    List<Post> of(Collection<UUID> unitIds, LocalDate day) {
        return jdbc.sql(
                        POST
                                + "where unit_id = any(:units) and (valid_to is null or valid_to >= :day) order by unit_id, place, id")
                .param("units", Sql.ids(unitIds))
                .param("day", day)
                .query(PostStore::readPost)
                .list();
    }

    List<Post> openOf(UUID unitId) {
        return jdbc.sql(POST + "where unit_id = :unit and valid_to is null order by place, id")
                .param("unit", unitId)
                .query(PostStore::readPost)
                .list();
    }

    /** Those of the units that have posts which have not ended. */
    List<UUID> unitsWithPosts(Collection<UUID> unitIds) {
        return jdbc.sql(
                        "select distinct unit_id from organization.post where unit_id = any(:units) and valid_to is null")
                .param("units", Sql.ids(unitIds))
                .query(UUID.class)
                .list();
    }

    int version(UUID id) {
        return jdbc.sql("select version from organization.post where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    int lastPlace(UUID unitId) {
        return jdbc.sql("select coalesce(max(place), 0) from organization.post where unit_id = :unit")
                .param("unit", unitId)
                .query(Integer.class)
                .single();
    }

    void insert(Post post) {
        jdbc.sql("""
                        insert into organization.post (id, version, unit_id, title, place, serves_post_id, valid_from)
                        values (:id, 1, :unit, :title, :place, :serves, :from)
                        """)
                .param("id", post.id())
                .param("unit", post.unitId())
                .param("title", post.title())
                .param("place", post.order())
                .param("serves", post.servesPostId(), Types.OTHER)
                .param("from", post.validFrom())
                .update();
    }

    void update(UUID id, int seenVersion, String title, int place, @Nullable UUID servesPostId) {
        int updated = jdbc.sql("""
                        update organization.post
                        set version = version + 1, title = :title, place = :place, serves_post_id = :serves
                        where id = :id and version = :version
                        """)
                .param("title", title)
                .param("place", place)
                .param("serves", servesPostId, Types.OTHER)
                .param("id", id)
                .param("version", seenVersion)
                .update();
        if (updated == 0) {
            throw CHANGED_MEANWHILE.with(Map.of("name", title));
        }
    }

    void end(UUID id, LocalDate lastDay) {
        jdbc.sql("update organization.post set version = version + 1, valid_to = :lastDay where id = :id")
                .param("lastDay", lastDay)
                .param("id", id)
                .update();
    }

    List<Held> holdingsOf(UUID postId) {
        return jdbc.sql(HOLDING + "where post_id = :post order by from_day desc")
                .param("post", postId)
                .query(PostStore::readHeld)
                .list();
    }

    List<Holding> holdersOn(Collection<UUID> postIds, LocalDate day) {
        return jdbc.sql(HOLDING + """
                        where post_id = any(:posts) and from_day <= :day and (to_day is null or to_day >= :day)
                        order by from_day
                        """)
                .param("posts", Sql.ids(postIds))
                .param("day", day)
                .query((row, number) -> readHeld(row, number).holding())
                .list();
    }

    List<Post> heldBy(UUID personId, LocalDate day) {
        return jdbc.sql("""
                        select p.id, p.unit_id, p.title, p.place, p.serves_post_id, p.valid_from, p.valid_to
                        from organization.holding h
                        join organization.post p on p.id = h.post_id
                        join organization.unit u on u.id = p.unit_id
                        where h.person_id = :person and h.from_day <= :day and (h.to_day is null or h.to_day >= :day)
                        order by cardinality(u.path), u.place, p.place, p.id
                        """)
                .param("person", personId)
                .param("day", day)
                .query(PostStore::readPost)
                .list();
    }

    void insertHolding(UUID id, Holding holding, boolean announced) {
        jdbc.sql("""
                        insert into organization.holding (id, post_id, person_id, from_day, to_day, announced)
                        values (:id, :post, :person, :from, :to, :announced)
                        """)
                .param("id", id)
                .param("post", holding.postId())
                .param("person", holding.personId())
                .param("from", holding.from())
                .param("to", holding.to(), Types.DATE)
                .param("announced", announced)
                .update();
    }

    void endHolding(UUID id, LocalDate lastDay) {
        jdbc.sql("update organization.holding set to_day = :lastDay where id = :id")
                .param("lastDay", lastDay)
                .param("id", id)
                .update();
    }

    void removeHolding(UUID id) {
        jdbc.sql("delete from organization.holding where id = :id")
                .param("id", id)
                .update();
    }

    /** Changes of holder that have come into force and were not told yet; each is told by one process only. */
    List<Held> takeUnannounced(LocalDate today) {
        return jdbc.sql("""
                        update organization.holding set announced = true
                        where id in (select id from organization.holding
                                     where not announced and from_day <= :today for update skip locked)
                        returning id, post_id, person_id, from_day, to_day
                        """).param("today", today).query(PostStore::readHeld).list();
    }

    private static Post readPost(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("title"),
                row.getInt("place"),
                row.getObject("serves_post_id", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Held readHeld(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                new Holding(
                        row.getObject("post_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)));
    }
}
