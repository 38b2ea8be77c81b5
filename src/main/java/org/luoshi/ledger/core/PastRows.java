package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines of the ledger as they stood at a moment, those since struck off or called off included. */
@Component
class PastRows {

    private final JdbcClient jdbc;
    private final RowNames names;

    PastRows(JdbcClient jdbc, RowNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** In the order of the ids. The caller has made sure that they may be seen. */
    List<ItemRow> rows(List<UUID> ids, Instant moment) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<RawItem> raws = jdbc.sql("""
                select i.id, i.version, i.number, i.title, i.state, i.is_open, i.stopped, i.yellow_at, i.yellow_why, i.red_at,
                       i.red_why, i.override_light, i.override_reason, i.source_id, s.kind, k.name as kind_name,
                       s.title as source_title, i.lead_unit_id, i.co_count,
                       (select count(*) from ledger.assignment_at(:at) a
                        where a.item_id = i.id and a.part = 'CO' and a.state = 'TO_SIGN') as co_unsigned,
                       i.due, i.original_due, i.given_due, i.limit_class, i.cycle,
                       (select count(*) from ledger.date_change d
                        where d.item_id = i.id and d.kind = 'EXTENDED' and d.changed_at <= :at) as extensions,
                       i.last_activity_at, i.last_activity, i.officer_id, i.leader_name, i.label,
                       (select array_agg(x.state) from (
                            select case when t.decided_at <= :at then t.state else 'SUBMITTED' end as state
                            from ledger.feedback_target t
                            join ledger.assignment a on a.id = t.assignment_id
                            join ledger.feedback f on f.id = t.feedback_id
                            where t.item_id = i.id and a.part = 'LEAD' and t.number is not null and f.submitted_at <= :at
                            order by t.number desc limit 6) x) as strip
                from ledger.item_at(:at) i
                left join ledger.source s on s.id = i.source_id
                left join ledger.source_kind k on k.code = s.kind
                where i.id = any(:ids)
                """)
                .param("at", Sql.at(moment))
                .param("ids", Sql.ids(ids))
                .query(new RawItem.Mapper())
                .list();
        return names.rows(raws, ids, moment);
    }
}
