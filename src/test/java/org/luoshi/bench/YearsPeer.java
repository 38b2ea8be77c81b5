package org.luoshi.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/**
 * PostgreSQL alone: the same questions and the same rows by JDBC with prepared statements, a connection for each runner, without rights, rules,
 * lights, texts and pages.
 */
final class YearsPeer implements AutoCloseable {

    /** What a year's statistics need at least: of each unit what was begun, finished, finished in time, returned and signed in time. */
    static final String YEAR_BY_UNIT = """
            select a.unit_id, count(*), count(*) filter (where a.accepted_at is not null),
                count(*) filter (where a.accepted_at <= a.due), count(*) filter (where a.returned_count > 0),
                count(*) filter (where a.signed_at <= a.sign_due), avg(a.accepted_at - a.issued_at)
            from ledger.assignment a join ledger.item i on i.id = a.item_id
            where i.issued_at >= now() - interval '1 year' group by a.unit_id""";

    private final List<Connection> connections = new ArrayList<>();

    YearsPeer(YearsData data) throws Exception {
        for (int i = 0; i < Race.RUNNERS; i++) {
            connections.add(data.connect());
        }
    }

    /** The first page of the list under a condition, and how many there are. */
    Race.Work list(String condition, String order) throws SQLException {
        List<PreparedStatement> pages = prepare("""
                select i.*, s.kind, s.title from ledger.item i left join ledger.source s on s.id = i.source_id
                where %s order by %s limit 51""".formatted(condition, order));
        List<PreparedStatement> counts =
                prepare("select count(*) from ledger.item i left join ledger.source s on s.id = i.source_id where "
                        + condition);
        return (runner, n) -> {
            read(pages.get(runner));
            read(counts.get(runner));
        };
    }

    Race.Work item(List<String> ids) throws SQLException {
        List<List<PreparedStatement>> parts = List.of(
                prepare(
                        "select i.*, s.* from ledger.item i left join ledger.source s on s.id = i.source_id where i.id = ?::uuid"),
                prepare("select * from ledger.assignment where item_id = ?::uuid"),
                prepare("""
                        select f.*, t.* from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                        where t.item_id = ?::uuid order by f.submitted_at desc"""),
                prepare("select * from history.line where scope_id = ?::uuid order by number desc limit 60"));
        return (runner, n) -> {
            for (List<PreparedStatement> part : parts) {
                part.get(runner).setString(1, ids.get(n % ids.size()));
                read(part.get(runner));
            }
        };
    }

    Race.Work question(String sql) throws SQLException {
        List<PreparedStatement> questions = prepare(sql);
        return (runner, n) -> read(questions.get(runner));
    }

    /** An item with its units, its point, what is owed for it and its first line of history, in one transaction. */
    Race.Work creation(UUID officer, UUID office, List<UUID> units) throws SQLException {
        List<PreparedStatement> items = prepare("""
                insert into ledger.item (id, version, title, state, limit_class, cycle, officer_id, office_unit_id, created_at, last_activity_at,
                    last_activity, is_open, lead_unit_id, co_count, folded, yellow_at, yellow_why)
                values (?, 0, ?, 'DRAFT', 'GENERAL', 'ONCE', ?, ?, now(), now(), 'DRAFTED', true, ?, 7, ?, now() + interval '15 days', 'silent')""");
        List<PreparedStatement> assignments = prepare("""
                insert into ledger.assignment (id, version, item_id, unit_id, part, position, state)
                select uuidv7(), 0, ?, u, case when n = 1 then 'LEAD' else 'CO' end, n - 1, 'PLANNED' from unnest(?) with ordinality as t (u, n)""");
        List<PreparedStatement> points =
                prepare("insert into ledger.requirement (id, item_id, position, text) values (uuidv7(), ?, 0, ?)");
        List<PreparedStatement> owed = prepare("""
                insert into obligations.obligation (id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, original_due, due, owed_at)
                values (uuidv7(), 'ledger.item', ?, ?, 'OFFICER', ?, 'draft', ?, ?, now(), now() + interval '2 days', now())""");
        List<PreparedStatement> lines = prepare("""
                insert into history.line (scope_id, subject_kind, subject_id, action, details, actor_id, actor_name, actor_from, happened_at)
                values (?, 'ledger.item', ?, 'drafted', jsonb_build_object('title', ?), ?, '督查员', '督查处', now())""");
        return (runner, n) -> {
            Connection connection = connections.get(runner);
            connection.setAutoCommit(false);
            UUID id = UUID.randomUUID();
            String title = "推进农村公路养护工作第" + n + "号";
            Array eight = connection.createArrayOf(
                    "uuid",
                    units.subList(n % (units.size() - 8), n % (units.size() - 8) + 8)
                            .toArray());
            run(items.get(runner), id, title, officer, office, units.get(n % (units.size() - 8)), title);
            run(assignments.get(runner), id, eight);
            run(points.get(runner), id, title);
            run(owed.get(runner), id, office, officer, title, "/ledger/items/" + id);
            run(lines.get(runner), id, id, title, officer);
            connection.commit();
            connection.setAutoCommit(true);
        };
    }

    /** A report that waits: its own id, its assignment and its item. */
    record Waiting(UUID feedback, UUID assignment, UUID item) {}

    Race.Work acceptance(Queue<Waiting> waiting, UUID officer) throws SQLException {
        List<List<PreparedStatement>> steps = List.of(
                prepare(
                        "update ledger.feedback_target set state = 'ACCEPTED', decided_by = '督查员', decided_at = now() where feedback_id = ? and assignment_id = ?"),
                prepare(
                        "update ledger.assignment set version = version + 1, state = 'ACCEPTED', accepted_at = now() where id = ?"),
                prepare(
                        "update ledger.item set version = version + 1, last_activity_at = now(), last_activity = 'ACCEPT' where id = ?"),
                prepare(
                        "update obligations.obligation set met_at = now() where source_kind = 'ledger.item' and source_id = ? and kind_key = 'review'"),
                prepare("""
                        insert into history.line (scope_id, subject_kind, subject_id, action, details, actor_id, actor_name, actor_from, happened_at)
                        values (?, 'ledger.feedback', ?, 'accept', '{"number": "4"}', ?, '督查员', '督查处', now())"""));
        return (runner, n) -> {
            Waiting one = waiting.remove();
            Connection connection = connections.get(runner);
            connection.setAutoCommit(false);
            run(steps.get(0).get(runner), one.feedback(), one.assignment());
            run(steps.get(1).get(runner), one.assignment());
            run(steps.get(2).get(runner), one.item());
            run(steps.get(3).get(runner), one.item());
            run(steps.get(4).get(runner), one.item(), one.feedback(), officer);
            connection.commit();
            connection.setAutoCommit(true);
        };
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private List<PreparedStatement> prepare(String sql) throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>();
        for (Connection connection : connections) {
            statements.add(connection.prepareStatement(sql));
        }
        return statements;
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getString(i);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
