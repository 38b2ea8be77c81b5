package org.luoshi.reporting.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Bulletins and errata in their tables. */
@Component
class BulletinStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    BulletinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the regime; nobody else draws one until the end of the transaction. */
    int nextNumber(int regime) {
        jdbc.sql("select id from reporting.regime where id = :regime for update")
                .param("regime", regime)
                .query(Integer.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from reporting.bulletin where regime = :regime")
                .param("regime", regime)
                .query(Integer.class)
                .single();
    }

    void insert(Bulletin bulletin) {
        jdbc.sql("""
                        insert into reporting.bulletin (id, regime, period, number, place, title, as_of, as_of_batch, content, words,
                            made_by, made_at)
                        values (:id, :regime, :period, :number, :place, :title, :asOf, :batch, cast(:content as jsonb), :words, :by, :at)
                        """)
                .param("id", bulletin.id())
                .param("regime", bulletin.regime())
                .param("period", bulletin.period())
                .param("number", bulletin.number())
                .param("place", bulletin.place())
                .param("title", bulletin.title())
                .param("asOf", Sql.at(bulletin.asOf()))
                .param("batch", bulletin.asOfBatch())
                .param("content", JSON.writeValueAsString(bulletin.content()))
                .param("words", bulletin.words())
                .param("by", bulletin.madeBy())
                .param("at", Sql.at(bulletin.madeAt()))
                .update();
    }

    /** Returns whether it was still a draft. */
    boolean retake(UUID id, BulletinContent content, BatchMoment.Moment moment) {
        return jdbc.sql("""
                                update reporting.bulletin set content = cast(:content as jsonb), as_of = :asOf, as_of_batch = :batch
                                where id = :id and issued_at is null
                                """)
                        .param("content", JSON.writeValueAsString(content))
                        .param("asOf", Sql.at(moment.at()))
                        .param("batch", moment.batch())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Returns whether it was still a draft. */
    boolean reword(UUID id, String title, String words) {
        return jdbc.sql(
                                "update reporting.bulletin set title = :title, words = :words where id = :id and issued_at is null")
                        .param("title", title)
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Returns whether it was still a draft; {@code table} is bulletin or erratum. */
    boolean issue(String table, UUID id, UUID by, Instant at) {
        return jdbc.sql("update reporting." + table
                                + " set issued_by = :by, issued_at = :at where id = :id and issued_at is null")
                        .param("by", by)
                        .param("at", Sql.at(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Bulletin> find(UUID id) {
        return jdbc.sql("select * from reporting.bulletin where id = :id")
                .param("id", id)
                .query(BulletinStore::bulletin)
                .optional();
    }

    /** Newest first. */
    List<Bulletin> of(int regime, @Nullable LocalDate period) {
        return jdbc.sql("""
                        select * from reporting.bulletin
                        where regime = :regime and (cast(:period as date) is null or period = :period) order by number desc
                        """)
                .param("regime", regime)
                .param("period", period, java.sql.Types.DATE)
                .query(BulletinStore::bulletin)
                .list();
    }

    /** Newest first, those with a lower number than {@code before}. */
    List<Bulletin> page(int regime, int before, int limit) {
        return jdbc.sql(
                        "select * from reporting.bulletin where regime = :regime and number < :before order by number desc limit :limit")
                .param("regime", regime)
                .param("before", before)
                .param("limit", limit)
                .query(BulletinStore::bulletin)
                .list();
    }

    void lock(UUID bulletinId) {
        jdbc.sql("select id from reporting.bulletin where id = :id for update")
                .param("id", bulletinId)
                .query(UUID.class)
                .single();
    }

    void insert(Erratum erratum) {
        jdbc.sql("""
                        insert into reporting.erratum (id, bulletin_id, number, as_of, as_of_batch, content, words, made_by, made_at)
                        values (:id, :bulletin, :number, :asOf, :batch, cast(:content as jsonb), :words, :by, :at)
                        """)
                .param("id", erratum.id())
                .param("bulletin", erratum.bulletinId())
                .param("number", erratum.number())
                .param("asOf", Sql.at(erratum.asOf()))
                .param("batch", erratum.asOfBatch())
                .param("content", JSON.writeValueAsString(erratum.content()))
                .param("words", erratum.words())
                .param("by", erratum.madeBy())
                .param("at", Sql.at(erratum.madeAt()))
                .update();
    }

    boolean rewordErratum(UUID id, String words) {
        return jdbc.sql("update reporting.erratum set words = :words where id = :id and issued_at is null")
                        .param("words", words)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Erratum> findErratum(UUID id) {
        return jdbc.sql("select * from reporting.erratum where id = :id")
                .param("id", id)
                .query(BulletinStore::erratum)
                .optional();
    }

    /** The first one first. */
    List<Erratum> errata(UUID bulletinId) {
        return jdbc.sql("select * from reporting.erratum where bulletin_id = :bulletin order by number")
                .param("bulletin", bulletinId)
                .query(BulletinStore::erratum)
                .list();
    }

    private static Bulletin bulletin(ResultSet row, int index) throws SQLException {
        return new Bulletin(
                row.getObject("id", UUID.class),
                row.getInt("regime"),
                row.getObject("period", LocalDate.class),
                row.getInt("number"),
                row.getLong("place"),
                row.getString("title"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getLong("as_of_batch"),
                JSON.readValue(row.getString("content"), BulletinContent.class),
                row.getString("words"),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("issued_by", UUID.class),
                instant(row));
    }

    private static Erratum erratum(ResultSet row, int index) throws SQLException {
        return new Erratum(
                row.getObject("id", UUID.class),
                row.getObject("bulletin_id", UUID.class),
                row.getInt("number"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getLong("as_of_batch"),
                JSON.readValue(row.getString("content"), ErratumContent.class),
                row.getString("words"),
                row.getObject("made_by", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("issued_by", UUID.class),
                instant(row));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("issued_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
