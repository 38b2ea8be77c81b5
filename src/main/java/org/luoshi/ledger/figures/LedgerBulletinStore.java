package org.luoshi.ledger.figures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Bulletins in the database, which refuses any change of an issued one. */
@Component
class LedgerBulletinStore {

    private static final long LOCK = 0x6c6662L;
    private static final int SHOWN = 200;

    private static final String SELECT = """
            select b.*, (select c.id from ledger.bulletin c where c.corrects_id = b.id and c.state = 'ISSUED') as corrected_by_id
            from ledger.bulletin b
            """;

    private final JdbcClient jdbc;
    private final Freezer freezer;
    private final Clock clock;

    LedgerBulletinStore(JdbcClient jdbc, Freezer freezer, Clock clock) {
        this.jdbc = jdbc;
        this.freezer = freezer;
        this.clock = clock;
    }

    Optional<LedgerBulletin> find(UUID id) {
        return jdbc.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** A line of the list, without what is frozen. */
    List<BulletinEntry> list(boolean drafts) {
        return jdbc.sql("""
                select b.id, b.year, b.sequence, b.edition, b.title, b.from_day, b.to_day, b.state = 'ISSUED' as issued, b.drafter, b.issuer,
                       coalesce(b.issued_at, b.drafted_at) as at,
                       exists (select 1 from ledger.bulletin c where c.corrects_id = b.id and c.state = 'ISSUED') as corrected
                from ledger.bulletin b where (b.state = 'ISSUED' or :drafts)
                order by b.state = 'ISSUED', b.year desc nulls first, b.sequence desc, b.edition desc, b.drafted_at desc, b.id desc limit :most
                """)
                .param("drafts", drafts)
                .param("most", SHOWN)
                .query(BulletinEntry.class)
                .list();
    }

    /** The frozen rows as they are stored; empty in a draft. */
    Optional<String> evidence(UUID id) {
        return jdbc.sql("select evidence from ledger.bulletin where id = :id and evidence is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<String> storedContent(UUID id) {
        return jdbc.sql("select content from ledger.bulletin where id = :id and content is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void insert(UUID id, BulletinPlan plan, @Nullable LedgerBulletin corrected, @Nullable String reason, Actor actor) {
        bound(jdbc.sql("""
                        insert into ledger.bulletin (id, version, year, sequence, edition, corrects_id, reason, title, from_day, to_day, groupings,
                            opinions, scores, state, drafted_by, drafter, drafted_at)
                        values (:id, 1, :year, :sequence, :edition, :corrects, :reason, :title, :from, :to, :groupings, cast(:opinions as jsonb),
                            :scores, 'DRAFT', :by, :name, :at)
                        """), plan)
                .param("id", id)
                .param("year", corrected == null ? null : corrected.year())
                .param("sequence", corrected == null ? null : corrected.sequence())
                .param("edition", corrected == null ? 1 : corrected.edition() + 1)
                .param("corrects", corrected == null ? null : corrected.id())
                .param("reason", reason)
                .param("by", actor.personId())
                .param("name", actor.name())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    boolean update(UUID id, int seenVersion, BulletinPlan plan, Actor actor) {
        return bound(jdbc.sql("""
                        update ledger.bulletin set version = version + 1, title = :title, from_day = :from, to_day = :to,
                            groupings = :groupings, opinions = cast(:opinions as jsonb), scores = :scores, drafted_by = :by, drafter = :name,
                            drafted_at = :at
                        where id = :id and version = :seen and state = 'DRAFT'
                        """), plan)
                        .param("id", id)
                        .param("seen", seenVersion)
                        .param("by", actor.personId())
                        .param("name", actor.name())
                        .param("at", Sql.at(clock.instant()))
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, BulletinPlan plan) {
        return statement
                .param("title", plan.title())
                .param("from", plan.period().from())
                .param("to", plan.period().to())
                .param("groupings", plan.groupings().stream().map(Enum::name).toArray(String[]::new))
                .param("opinions", freezer.text(plan.opinions()))
                .param("scores", plan.scores());
    }

    /** Gives a first edition the next number of the year; only one is issued at a time. */
    int nextNumber(int year) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, line) -> true)
                .single();
        return jdbc.sql("select coalesce(max(sequence), 0) + 1 from ledger.bulletin where year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    boolean issue(LedgerBulletin draft, int year, int sequence, Freezer.Frozen frozen, Actor actor) {
        return jdbc.sql("""
                        update ledger.bulletin set version = version + 1, state = 'ISSUED', year = :year, sequence = :sequence, issued_by = :by,
                            issuer = :name, issued_at = :at, content = :content, evidence = :evidence, hash = :hash
                        where id = :id and version = :seen and state = 'DRAFT'
                        """)
                        .param("year", year)
                        .param("sequence", sequence)
                        .param("by", actor.personId())
                        .param("name", actor.name())
                        .param("at", Sql.at(clock.instant()))
                        .param("content", frozen.content())
                        .param("evidence", frozen.evidence())
                        .param("hash", frozen.hash())
                        .param("id", draft.id())
                        .param("seen", draft.version())
                        .update()
                > 0;
    }

    boolean delete(UUID id, int seenVersion) {
        return jdbc.sql("delete from ledger.bulletin where id = :id and version = :seen and state = 'DRAFT'")
                        .param("id", id)
                        .param("seen", seenVersion)
                        .update()
                > 0;
    }

    private LedgerBulletin row(ResultSet row, int line) throws SQLException {
        String content = row.getString("content");
        String hash = row.getString("hash");
        return new LedgerBulletin(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("year", Integer.class),
                row.getObject("sequence", Integer.class),
                row.getInt("edition"),
                row.getObject("corrects_id", UUID.class),
                row.getObject("corrected_by_id", UUID.class),
                row.getString("reason"),
                row.getString("title"),
                new FiguresPeriod(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                groupings(row.getArray("groupings")),
                freezer.read(row.getString("opinions"), new TypeReference<Map<String, String>>() {}),
                row.getBoolean("scores"),
                row.getObject("drafted_by", UUID.class),
                row.getString("drafter"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                row.getString("issuer"),
                instant(row.getObject("issued_at", OffsetDateTime.class)),
                content == null ? null : freezer.content(content),
                hash,
                content == null
                        || Freezer.hash(content, row.getString("evidence")).equals(hash));
    }

    private static List<FigureGrouping> groupings(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(FigureGrouping::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
