package org.luoshi.reporting.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.ReviewMark;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews, the marks on obligations and the counts in the kept totals; who changes a mark changes the count in the same transaction. */
@Component
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The obligation as it stands, kept as it is until the end of the transaction. */
    Optional<Standing> lock(OpenRound open, long place) {
        return jdbc.sql("""
                        select revision, kind, review, desk from reporting.obligation
                        where period = :period and regime = :regime and place = :place and province = :province for update
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place)
                .param("province", PlaceKey.province(place))
                .query(Standing.class)
                .optional();
    }

    void mark(OpenRound open, long place, short mark) {
        jdbc.sql("""
                        update reporting.obligation set review = :mark
                        where period = :period and regime = :regime and place = :place and province = :province
                        """)
                .param("mark", mark)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", place)
                .param("province", PlaceKey.province(place))
                .update();
    }

    /** Adds to the counts of the place of the kept level above, where totals are kept. */
    void count(OpenRound open, long place, int confirmed, int questioned) {
        Integer level = open.regime().keptLevel();
        if (level == null || confirmed == 0 && questioned == 0) {
            return;
        }
        jdbc.sql("""
                        update reporting.rollup set confirmed = confirmed + :confirmed, questioned = questioned + :questioned
                        where period = :period and regime = :regime and place = :node and province = :province
                        """)
                .param("confirmed", confirmed)
                .param("questioned", questioned)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("node", PlaceKey.above(place, level))
                .param("province", PlaceKey.province(place))
                .update();
    }

    boolean has(UUID id) {
        return jdbc.sql("select exists (select from reporting.review where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void insert(UUID id, OpenRound open, NewReview review, long byPlace, Actor actor, Instant at) {
        jdbc.sql("""
                        insert into reporting.review (id, period, regime, place, revision, kind, words, by_place, by_id, by_name, at)
                        values (:id, :period, :regime, :place, :revision, :kind, :words, :byPlace, :by, :name, :at)
                        """)
                .param("id", id)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("place", review.place())
                .param("revision", review.seenRevision())
                .param("kind", review.kind().name())
                .param("words", review.words())
                .param("byPlace", byPlace)
                .param("by", actor.personId())
                .param("name", actor.name())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Confirms every report at or below a place that nobody has looked at and that was there at that instant, but not those of the own
     * places, and returns how many. The counts follow place by place of the kept level.
     */
    int confirmAll(OpenRound open, long node, List<Long> own, Instant seen, long byPlace, Actor actor, Instant at) {
        Integer kept = open.regime().keptLevel();
        List<Marked> marked = jdbc.sql("""
                        with looked as materialized (
                            select o.place, o.province, o.revision from reporting.obligation o
                            join reporting.report r
                              on r.period = o.period and r.regime = o.regime and r.place = o.place and r.province = o.province
                                 and r.revision = o.revision and r.period = :period and r.regime = :regime
                                 and r.place between :first and :last
                            where o.period = :period and o.regime = :regime and o.place between :first and :last
                              and o.kind > 0 and o.review = :none and o.place <> all(:own) and r.at <= :seen
                            order by o.place for update of o),
                        marked as (
                            update reporting.obligation o set review = :confirmed from looked l
                            where o.period = :period and o.regime = :regime and o.place between :first and :last
                              and o.place = l.place and o.province = l.province and o.revision = l.revision and o.review = :none
                            returning o.place, o.province, o.revision),
                        said as (
                            insert into reporting.review
                                (id, period, regime, place, revision, kind, words, by_place, by_id, by_name, at)
                            select gen_random_uuid(), :period, :regime, place, revision, 'CONFIRMED', '', :byPlace, :by, :name, :at
                            from marked)
                        select (place >> :shift) << :shift as node, count(*) as reports from marked group by 1 order by 1
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("none", ReviewMark.NONE)
                .param("confirmed", ReviewMark.CONFIRMED)
                .param("own", own.toArray(Long[]::new))
                .param("seen", Sql.at(seen))
                .param("byPlace", byPlace)
                .param("by", actor.personId())
                .param("name", actor.name())
                .param("at", Sql.at(at))
                .param("shift", PlaceKey.shift(kept == null ? 0 : kept))
                .query(Marked.class)
                .list();
        if (kept != null) {
            marked.forEach(one -> count(open, one.node(), one.reports(), 0));
        }
        return marked.stream().mapToInt(Marked::reports).sum();
    }

    record Standing(int revision, int kind, int review, boolean desk) {}

    record Marked(long node, int reports) {}
}
