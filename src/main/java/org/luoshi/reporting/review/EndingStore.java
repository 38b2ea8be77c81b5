package org.luoshi.reporting.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Regime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is personal in a regime, and its deletion step by step. */
@Component
class EndingStore {

    /** Contacts of units that this regime asked and that no regime asks any more whose personal data is still kept. */
    private static final String CONTACTS = """
            from reporting.contact c
            where exists (
                    select from unnest(:firsts, :lasts, :levels) as t (first, last, level) where %1$s)
              and not exists (
                    select from unnest(:otherFirsts, :otherLasts, :otherLevels) as t (first, last, level) where %1$s)
            """.formatted("""
                    c.place between t.first and t.last and (t.level is null and c.place = t.first
                        or t.level = (select p.level from reporting.place p where p.key = c.place))""");

    private final JdbcClient jdbc;

    EndingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Codes and names of the fields that hold what is personal, of every version that was asked by. */
    List<Field> personalFields(int regime) {
        return jdbc.sql("""
                        select distinct d.code, d.name from reporting.round r
                        join reporting.form_field f on f.form_id = r.form_id and f.number = r.number
                        join reporting.field d on d.id = f.field_id
                        where r.regime = :regime and d.personal order by d.code
                        """).param("regime", regime).query(Field.class).list();
    }

    long values(int regime, LocalDate first, LocalDate last, String code) {
        return jdbc.sql("""
                        select count(*) from reporting.report
                        where regime = :regime and period between :first and :last and values ->> :code is not null
                        """)
                .param("regime", regime)
                .param("first", first)
                .param("last", last)
                .param("code", code)
                .query(Long.class)
                .single();
    }

    int count(String table, int regime) {
        return jdbc.sql("select count(*) from reporting." + table + " where regime = :regime")
                .param("regime", regime)
                .query(Integer.class)
                .single();
    }

    int contacts(int regime) {
        return ofContacts("select count(*) ", regime).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec ofContacts(String verb, int regime) {
        List<Asked> own = asked("t.regime = :regime", regime);
        List<Asked> others = asked("t.regime <> :regime and r.erased_at is null", regime);
        return jdbc.sql(verb + CONTACTS)
                .param("firsts", own.stream().map(Asked::place).toArray(Long[]::new))
                .param("lasts", own.stream().map(Asked::last).toArray(Long[]::new))
                .param("levels", own.stream().map(Asked::level).toArray(Integer[]::new))
                .param("otherFirsts", others.stream().map(Asked::place).toArray(Long[]::new))
                .param("otherLasts", others.stream().map(Asked::last).toArray(Long[]::new))
                .param("otherLevels", others.stream().map(Asked::level).toArray(Integer[]::new));
    }

    private List<Asked> asked(String which, int regime) {
        return jdbc.sql("""
                        select t.place, cast(t.level as int) as level
                        from reporting.target t join reporting.regime r on r.id = t.regime where""" + " " + which)
                .param("regime", regime)
                .query(Asked.class)
                .list();
    }

    List<EndingView.Period> periods(Regime regime) {
        String counted = regime.keptLevel() != null ? """
                        select period as day, sum(owed) as owed, sum(reported) as reported, sum(zero) as zero, sum(late) as late
                        from reporting.rollup""" : """
                        select period as day, count(*) filter (where not exempt) as owed, count(*) filter (where kind > 0) as reported,
                               count(*) filter (where kind = 1) as zero, count(*) filter (where late) as late
                        from reporting.obligation""";
        return jdbc.sql(counted
                        + " where regime = :regime and period between :first and :last group by period order by period")
                .param("regime", regime.id())
                .param("first", regime.firstDay())
                .param("last", regime.end())
                .query(EndingView.Period.class)
                .list();
    }

    Ending ending(int regime) {
        return jdbc.sql("select * from reporting.ending where regime = :regime")
                .param("regime", regime)
                .query(EndingStore::read)
                .optional()
                .orElseGet(() -> Ending.none(regime));
    }

    List<Kept> retention(int regime) {
        return jdbc.sql(
                        "select days, reason, by_id, made_at from reporting.retention where regime = :regime order by made_at, id")
                .param("regime", regime)
                .query((row, index) -> new Kept(
                        row.getInt("days"),
                        row.getString("reason"),
                        row.getObject("by_id", UUID.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void keepLonger(UUID id, int regime, int days, String reason, UUID by, Instant at) {
        jdbc.sql("insert into reporting.retention values (:id, :regime, :days, :reason, :by, :at)")
                .param("id", id)
                .param("regime", regime)
                .param("days", days)
                .param("reason", reason)
                .param("by", by)
                .param("at", Sql.at(at))
                .update();
    }

    /** Returns whether nobody had asked for it. */
    boolean ask(int regime, UUID by, Instant at) {
        return jdbc.sql("""
                                insert into reporting.ending (regime, asked_by, asked_at, reports, drafts, links, contacts)
                                values (:regime, :by, :at, 0, 0, 0, 0) on conflict (regime) do nothing
                                """)
                        .param("regime", regime)
                        .param("by", by)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    void takeBack(int regime) {
        jdbc.sql("delete from reporting.ending where regime = :regime and confirmed_at is null")
                .param("regime", regime)
                .update();
    }

    /** From here on nothing is taken for the regime any more. Returns whether it was asked for and not confirmed yet. */
    boolean confirm(int regime, UUID by, Instant at) {
        boolean first = jdbc.sql("""
                                update reporting.ending set confirmed_by = :by, confirmed_at = :at
                                where regime = :regime and confirmed_at is null
                                """)
                        .param("by", by)
                        .param("at", Sql.at(at))
                        .param("regime", regime)
                        .update()
                == 1;
        if (first) {
            jdbc.sql("update reporting.regime set erased_at = :at, version = version + 1 where id = :regime")
                    .param("at", Sql.at(at))
                    .param("regime", regime)
                    .update();
        }
        return first;
    }

    /** Removes what is personal from the reports of one period and returns from how many; nothing the second time. */
    int erase(int regime, LocalDate period, List<String> codes) {
        jdbc.sql("select set_config('reporting.erasing', 'on', true)")
                .query(String.class)
                .single();
        return jdbc.sql("""
                        update reporting.report set values = values - :codes
                        where regime = :regime and period = :period
                          and exists (select from unnest(:codes) as c (code) where jsonb_exists(values, c.code))
                        """)
                .param("codes", Sql.texts(codes))
                .param("regime", regime)
                .param("period", period)
                .update();
    }

    int remove(String table, int regime) {
        return jdbc.sql("delete from reporting." + table + " where regime = :regime")
                .param("regime", regime)
                .update();
    }

    /** Why rows of uploads were refused: the words repeat what was typed. */
    void removeRefusals(int regime) {
        jdbc.sql("""
                        delete from reporting.upload_refusal
                        where upload in (select id from reporting.upload where regime = :regime)
                        """).param("regime", regime).update();
    }

    int removeContacts(int regime) {
        return ofContacts("delete ", regime).update();
    }

    /** Adds to what was removed; ends it where said. */
    void removed(int regime, long reports, int drafts, int links, int contacts, @Nullable Instant doneAt) {
        jdbc.sql("""
                        update reporting.ending set reports = reports + :reports, drafts = drafts + :drafts, links = links + :links,
                            contacts = contacts + :contacts,
                            done_at = coalesce(cast(:doneAt as timestamptz), done_at) where regime = :regime
                        """)
                .param("reports", reports)
                .param("drafts", drafts)
                .param("links", links)
                .param("contacts", contacts)
                .param("doneAt", Sql.at(doneAt))
                .param("regime", regime)
                .update();
    }

    private static Ending read(ResultSet row, int index) throws SQLException {
        return new Ending(
                row.getInt("regime"),
                row.getObject("asked_by", UUID.class),
                instant(row, "asked_at"),
                row.getObject("confirmed_by", UUID.class),
                instant(row, "confirmed_at"),
                row.getLong("reports"),
                row.getInt("drafts"),
                row.getInt("links"),
                row.getInt("contacts"),
                instant(row, "done_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    record Field(String code, String name) {}

    /** A target: all places of a level at or below a place, or without a level the place itself. */
    record Asked(long place, @Nullable Integer level) {

        long last() {
            return PlaceKey.last(place);
        }
    }

    record Kept(int days, String reason, UUID by, Instant at) {}
}
