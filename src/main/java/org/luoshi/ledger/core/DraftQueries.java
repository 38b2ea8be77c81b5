package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts, for changing them, and the start of a sub-item. */
@Component
@Transactional(readOnly = true)
public class DraftQueries {

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    DraftQueries(Ledger ledger, JdbcClient jdbc, ZoneId zone) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    public Draft draft(UUID itemId, Actor viewer) {
        Item item = ledger.visibleItem(itemId, viewer);
        List<Assignment> units = ledger.assignmentsOf(item);
        return new Draft(
                item.version,
                item.sourceId,
                jdbc.sql("select id from ledger.clause where item_id = :id and cover = 'ITEM' order by start_at")
                        .param("id", itemId)
                        .query(UUID.class)
                        .list(),
                item.parentId,
                item.title,
                jdbc.sql("select text from ledger.requirement where item_id = :id order by position")
                        .param("id", itemId)
                        .query(String.class)
                        .list(),
                item.limitClass,
                item.givenDue,
                item.cycle,
                item.cycleDay,
                units.stream()
                        .filter(Assignment::isLead)
                        .findFirst()
                        .map(unit -> ledger.unitName(unit.unitId))
                        .orElse(null),
                units.stream()
                        .filter(unit -> !unit.isLead())
                        .map(unit -> new Draft.Co(ledger.unitName(unit.unitId), unit.duty, unit.givenDue))
                        .toList(),
                jdbc.sql("select title, due from ledger.milestone where item_id = :id order by position")
                        .param("id", itemId)
                        .query((row, n) -> new Draft.Step(
                                row.getString("title"),
                                LocalDate.ofInstant(row.getTimestamp("due").toInstant(), zone)))
                        .list(),
                item.label);
    }
}
