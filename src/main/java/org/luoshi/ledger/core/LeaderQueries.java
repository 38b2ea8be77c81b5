package org.luoshi.ledger.core;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a leader's word, what the leader asked for, and what became of it. The secretary sees the same. */
@Component
@Transactional(readOnly = true)
public class LeaderQueries {

    private final ItemList list;
    private final SourceQueries sources;
    private final OrganizationApi organization;
    private final JdbcClient jdbc;

    LeaderQueries(ItemList list, SourceQueries sources, OrganizationApi organization, JdbcClient jdbc) {
        this.list = list;
        this.sources = sources;
        this.organization = organization;
        this.jdbc = jdbc;
    }

    /** A leader's page: {@code waiting} for a word, {@code open} still under way, {@code ended} lately, and the sources behind them. */
    public record LeaderPage(List<ItemRow> waiting, List<ItemRow> open, List<ItemRow> ended, List<SourceRow> sources) {}

    public LeaderPage page(Actor viewer) {
        if (!viewer.has(Role.INSTRUCTING_LEADER) && !viewer.has(Role.LEADERS_SECRETARY)) {
            throw LedgerError.NOT_YOURS.plain();
        }
        Set<UUID> posts = LedgerScope.of(viewer, organization).leaderPosts();
        return new LeaderPage(
                items("i.state = 'PENDING_LEADER' order by i.last_activity_at, i.id", posts),
                items("i.is_open and i.state <> 'PENDING_LEADER' order by i.due nulls last, i.id", posts),
                items("not i.is_open order by i.last_activity_at desc, i.id desc", posts),
                sources.newest(null, 50, viewer));
    }

    private List<ItemRow> items(String conditionAndOrder, Set<UUID> posts) {
        List<UUID> ids = jdbc.sql("select i.id from ledger.item i where i.leader_post_id = any(:posts) and "
                        + conditionAndOrder + " limit 100")
                .param("posts", Sql.ids(posts))
                .query(UUID.class)
                .list();
        return list.rows(ids);
    }
}
