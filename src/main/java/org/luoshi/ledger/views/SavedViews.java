package org.luoshi.ledger.views;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Views that people keep for themselves or share. A view shows each viewer only what that viewer may see. */
@Service
@Transactional
public class SavedViews {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 2000;
    private static final int MOST_OWN = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One's own first, then those that others share, each by name. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<SavedView> of(Actor viewer) {
        return jdbc.sql("""
                select id, name, owner, query, shared, owner_id = :me as own from ledger.saved_view
                where owner_id = :me or shared order by owner_id <> :me, name, id limit 60
                """)
                .param("me", viewer.personId())
                .query(SavedView.class)
                .list();
    }

    /** Keeps a view; one's own of the same name is replaced. Refused: no name, a name or an address that is too long, more than 30. */
    public UUID save(String name, String query, boolean shared, Actor actor) {
        String stripped = name.strip();
        int length = stripped.codePointCount(0, stripped.length());
        if (length == 0 || length > LONGEST_NAME) {
            throw SavedViewError.NAME.plain();
        }
        if (query.length() > LONGEST_QUERY) {
            throw SavedViewError.TOO_LONG.plain();
        }
        jdbc.sql("delete from ledger.saved_view where owner_id = :me and name = :name")
                .param("me", actor.personId())
                .param("name", stripped)
                .update();
        int own = jdbc.sql("select count(*) from ledger.saved_view where owner_id = :me")
                .param("me", actor.personId())
                .query(Integer.class)
                .single();
        if (own >= MOST_OWN) {
            throw SavedViewError.TOO_MANY.plain();
        }
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into ledger.saved_view (id, owner_id, owner, name, query, shared, created_at)
                values (:id, :me, :owner, :name, :query, :shared, :now)
                """)
                .param("id", id)
                .param("me", actor.personId())
                .param("owner", actor.name())
                .param("name", stripped)
                .param("query", query)
                .param("shared", shared)
                .param("now", Sql.at(clock.instant()))
                .update();
        return id;
    }

    /** Takes one's own view away; another's is unknown here. */
    public void remove(UUID id, Actor actor) {
        int removed = jdbc.sql("delete from ledger.saved_view where id = :id and owner_id = :me")
                .param("id", id)
                .param("me", actor.personId())
                .update();
        if (removed == 0) {
            throw SavedViewError.UNKNOWN.plain();
        }
    }
}
