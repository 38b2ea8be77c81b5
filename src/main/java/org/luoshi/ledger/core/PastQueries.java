package org.luoshi.ledger.core;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One item as of a day. Who may look is decided by what they may see today. */
@Component
@Transactional(readOnly = true)
public class PastQueries {

    private static final int TIME_LINE = 200;

    private final Ledger ledger;
    private final ItemConditions conditions;
    private final PastRows rows;
    private final PartQueries parts;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final JdbcClient jdbc;

    PastQueries(
            Ledger ledger,
            ItemConditions conditions,
            PastRows rows,
            PartQueries parts,
            OrganizationApi organization,
            HistoryApi history,
            JdbcClient jdbc) {
        this.ledger = ledger;
        this.conditions = conditions;
        this.rows = rows;
        this.parts = parts;
        this.organization = organization;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** The item at the end of a day. Refused as not there: an item that did not exist yet, or that the viewer may not see. */
    public PastItem item(UUID id, LocalDate asOf, Actor viewer) {
        Item now = ledger.visibleItem(id, viewer);
        Instant moment = conditions.moment(asOf);
        List<UUID> then = jdbc.sql("select id from ledger.item_at(:at) where id = :id")
                .param("at", Sql.at(moment))
                .param("id", id)
                .query(UUID.class)
                .list();
        if (then.isEmpty()) {
            throw LedgerError.NOT_YET_THERE.with(Map.of("date", asOf));
        }
        return new PastItem(
                moment,
                rows.rows(then, moment).get(0),
                until(id, moment),
                units(id, moment),
                reports(id, moment),
                parts.dates(now).stream()
                        .filter(change -> !change.changedAt().isAfter(moment))
                        .toList(),
                history.of(id, TIME_LINE).stream()
                        .filter(line -> !line.happenedAt().isAfter(moment))
                        .toList());
    }

    /** Refused: an instant from which no versions were kept, so that nothing can be counted as it stood then. */
    public void requireKept(Instant then) {
        conditions.requireKept(then);
    }

    private @Nullable Instant until(UUID id, Instant moment) {
        return jdbc.sql("select until_at from ledger.item_at(:at) where id = :id")
                .param("at", Sql.at(moment))
                .param("id", id)
                .query((row, n) -> java.util.Optional.ofNullable(instant(row, "until_at")))
                .single()
                .orElse(null);
    }

    private List<PastItem.PastUnit> units(UUID id, Instant moment) {
        record Raw(
                UUID unitId,
                Part part,
                AssignmentState state,
                Light light,
                @Nullable Instant due,
                @Nullable Instant signedAt,
                @Nullable LocalDate forecast) {}
        List<Raw> raws = jdbc.sql("""
                select a.* from ledger.assignment_at(:at) a
                where a.item_id = :id and a.state <> 'MOVED' order by a.part = 'CO', a.position
                """)
                .param("at", Sql.at(moment))
                .param("id", id)
                .query((row, n) -> new Raw(
                        row.getObject("unit_id", UUID.class),
                        Part.valueOf(row.getString("part")),
                        AssignmentState.valueOf(row.getString("state")),
                        Light.at(
                                moment,
                                AssignmentState.valueOf(row.getString("state")).isRunning(),
                                row.getTimestamp("stopped_at") != null,
                                instant(row, "yellow_at"),
                                row.getString("yellow_why"),
                                instant(row, "red_at"),
                                row.getString("red_why")),
                        instant(row, "due"),
                        instant(row, "signed_at"),
                        row.getObject("forecast", LocalDate.class)))
                .list();
        Set<UUID> ids = new HashSet<>();
        raws.forEach(raw -> ids.add(raw.unitId()));
        Map<UUID, Unit> names = organization.units(ids);
        return raws.stream()
                .map(raw -> new PastItem.PastUnit(
                        names.containsKey(raw.unitId())
                                ? names.get(raw.unitId()).shortName()
                                : "?",
                        raw.part(),
                        raw.state(),
                        raw.light(),
                        raw.due(),
                        raw.signedAt(),
                        raw.forecast()))
                .toList();
    }

    private List<PastItem.PastReport> reports(UUID id, Instant moment) {
        return jdbc.sql("""
                select f.id, f.unit_id, t.number, f.kind, f.body, f.submitted_at,
                       case when t.decided_at <= :at then t.state else 'SUBMITTED' end as target
                from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                where t.item_id = :id and t.number is not null and f.submitted_at <= :at
                order by f.submitted_at desc, f.id desc
                """)
                .param("at", Sql.at(moment))
                .param("id", id)
                .query((row, n) -> new PastItem.PastReport(
                        row.getObject("id", UUID.class),
                        ledger.unitName(row.getObject("unit_id", UUID.class)),
                        row.getInt("number"),
                        FeedbackKind.valueOf(row.getString("kind")),
                        TargetState.valueOf(row.getString("target")),
                        row.getString("body"),
                        row.getTimestamp("submitted_at").toInstant()))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
