package org.luoshi.reporting.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.Figures;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.Round;
import org.luoshi.reporting.totals.SilentContacts;
import org.luoshi.reporting.totals.SilentUnit;
import org.luoshi.reporting.totals.TotalsQueries;
import org.luoshi.reporting.totals.TotalsReview;
import org.luoshi.reporting.totals.TotalsScene;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports that a level looks at. Who may look is decided by the scene and by {@link ReviewLevels}. */
@Component
@Transactional(readOnly = true)
public class ReviewQueries {

    static final int ROWS = 50;

    private final JdbcClient jdbc;
    private final ReviewLevels levels;
    private final TotalsQueries totals;
    private final SilentContacts contacts;

    ReviewQueries(JdbcClient jdbc, ReviewLevels levels, TotalsQueries totals, SilentContacts contacts) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.totals = totals;
        this.contacts = contacts;
    }

    /** In the official order, without the reports of the own units. Refused (NOT_YOURS) for those who review nothing there. */
    public ReviewPage page(TotalsScene scene, ReviewChoice choice, Actor actor) {
        levels.requireOver(actor, scene.node());
        OpenRound open = scene.open();
        List<Found> found = found(open, scene.node(), choice, levels.own(actor));
        List<Found> shown = found.stream().limit(ROWS).toList();
        List<Long> keys = shown.stream().map(Found::place).toList();
        Map<Long, SilentUnit> units =
                contacts.of(keys).stream().collect(Collectors.toMap(SilentUnit::key, Function.identity()));
        Map<Long, List<TotalsReview>> reviews = reviews(open, keys);
        return new ReviewPage(
                scene,
                totals.total(open, scene.node()),
                choice,
                shown.stream()
                        .flatMap(one -> Stream.ofNullable(units.get(one.place))
                                .map(unit -> row(open, one, unit, reviews.getOrDefault(one.place, List.of()))))
                        .toList(),
                found.size() > ROWS ? keys.get(keys.size() - 1) : null);
    }

    private static ReviewRow row(OpenRound open, Found found, SilentUnit unit, List<TotalsReview> reviews) {
        Set<ReviewHint> hints = ReviewHint.of(open.form(), found.figures, found.before);
        if (found.late) {
            hints.add(ReviewHint.LATE);
        }
        if (found.onBehalf) {
            hints.add(ReviewHint.ON_BEHALF);
        }
        if (found.reason != null) {
            hints.add(ReviewHint.CORRECTED);
        }
        return new ReviewRow(
                unit,
                found.revision,
                found.figures,
                found.before,
                found.signer,
                found.at,
                found.reason,
                found.mark,
                hints,
                reviews);
    }

    private List<Found> found(OpenRound open, long node, ReviewChoice choice, List<Long> own) {
        Round before = open.before();
        return jdbc.sql("""
                        select o.place, o.revision, o.late, o.review, r.values, r.signer, r.at, r.on_behalf, r.reason,
                               b.kind as before_kind, b.values as before_values
                        from reporting.obligation o
                        join reporting.report r
                          on r.period = :period and r.regime = :regime and r.place = o.place and r.province = o.province
                             and r.revision = o.revision and r.place between :first and :last
                        left join reporting.obligation ob
                          on ob.period = :before and ob.regime = :regime and ob.place = o.place and ob.province = o.province
                             and ob.place between :first and :last
                        left join reporting.report b
                          on b.period = :before and b.regime = :regime and b.place = o.place and b.province = o.province
                             and b.revision = ob.revision and b.place between :first and :last
                        where o.period = :period and o.regime = :regime and o.place between :first and :last and o.place > :after
                          and o.kind > 0 and o.review = :mark and o.place <> all(:own)
                        order by o.place limit :rows
                        """)
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("before", before == null ? null : before.period(), java.sql.Types.DATE)
                .param("first", node)
                .param("last", PlaceKey.last(node))
                .param("after", choice.after())
                .param("mark", choice.shown().mark())
                .param("own", own.toArray(Long[]::new))
                .param("rows", ROWS + 1)
                .query(ReviewQueries::read)
                .list();
    }

    private Map<Long, List<TotalsReview>> reviews(OpenRound open, List<Long> keys) {
        LocalDate period = open.round().period();
        return jdbc
                .sql("""
                        select place, revision, kind, words, by_name, at from reporting.review
                        where regime = :regime and period = :period and place = any(:keys) order by at desc, id desc
                        """)
                .param("regime", open.round().regime())
                .param("period", period)
                .param("keys", keys.toArray(Long[]::new))
                .query((row, index) -> Map.entry(
                        row.getLong("place"),
                        new TotalsReview(
                                row.getInt("revision"),
                                row.getString("kind"),
                                row.getString("words"),
                                row.getString("by_name"),
                                row.getObject("at", OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Found read(ResultSet row, int index) throws SQLException {
        return new Found(
                row.getLong("place"),
                row.getInt("revision"),
                Figures.stored(row.getString("values")),
                row.getObject("before_kind") == null ? null : Figures.stored(row.getString("before_values")),
                row.getString("signer"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getInt("review"),
                row.getBoolean("late"),
                row.getBoolean("on_behalf"));
    }

    private record Found(
            long place,
            int revision,
            Figures figures,
            @Nullable Figures before,
            String signer,
            Instant at,
            @Nullable String reason,
            int mark,
            boolean late,
            boolean onBehalf) {}
}
