package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.OrganizationApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * How long a person waits for a page with 10,000 items: the whole application with its own PostgreSQL (durable, as in service) over HTTP,
 * four signed-in connections at once without a pause between requests. Not a test: started by {@code mvn -Pbench test} alone.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "luoshi.data=target/bench-data")
class LedgerBench {

    private static final Pattern CURSOR = Pattern.compile("cursor=([A-Za-z0-9_-]+)");

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/bench-data").toFile());
    }

    @Autowired
    OrganizationApi organization;

    @Autowired
    AccessApi access;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    @Test
    void measure() throws Exception {
        Crowd crowd = new Crowd(port);
        BigOffice.Accounts accounts = new BigOffice(organization, access).make(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        List<Visitor> officers = crowd.visitors(accounts.officer(), accounts.password());
        List<Visitor> liaisons = crowd.visitors(accounts.liaison(), accounts.password());
        String unit = jdbc.queryForObject(
                "select id::text from organization.unit where kind = 'UNIT' order by place, id limit 1", String.class);
        List<String> items = jdbc.queryForList(
                "select id::text from ledger.item where issued_at is not null order by md5(id::text) limit 500",
                String.class);
        String text = URLEncoder.encode("公路", StandardCharsets.UTF_8);
        String second = "/ledger?cursor=" + cursorIn(officers.get(0).get("/ledger"));

        crowd.measure("List, open, by limit, first page", officers, n -> "/ledger");
        crowd.measure("List, second page by cursor", officers, n -> second);
        crowd.measure("List, all, by number", officers, n -> "/ledger?view=ALL&sort=NUMBER");
        crowd.measure(
                "List, of one unit, text of two characters",
                officers,
                n -> "/ledger?view=ALL&unit=" + unit + "&q=" + text);
        crowd.measure("List, all, text of two characters", officers, n -> "/ledger?view=ALL&q=" + text);
        crowd.measure("List as a unit's liaison sees it", liaisons, n -> "/ledger");
        crowd.measure("Item, officer", officers, n -> "/ledger/items/" + items.get(n % items.size()));
        crowd.measure("Desk of an officer", officers, n -> "/desk");
        crowd.measure("Desk of a unit's liaison", liaisons, n -> "/desk");
        crowd.measure("List over the API", officers, n -> "/api/v1/ledger/items");
        crowd.measure("Item over the API", officers, n -> "/api/v1/ledger/items/" + items.get(n % items.size()));
        peer(crowd);
        String report = crowd.table();
        Files.writeString(Path.of("target/bench.md"), report + "\n");
        System.out.println(report);
    }

    /** What PostgreSQL alone needs for the first page of the list: its two questions over JDBC, one connection. */
    private void peer(Crowd crowd) throws Exception {
        double[] times = new double[Crowd.REQUESTS];
        try (Connection connection = database.getConnection();
                PreparedStatement keys = connection.prepareStatement("""
                        select i.id, coalesce(i.due, 'infinity'::timestamptz)::text from ledger.item i where i.is_open
                        order by coalesce(i.due, 'infinity'::timestamptz), i.id limit 51""");
                PreparedStatement rows = connection.prepareStatement("""
                        select i.*, s.kind, s.title,
                            (select count(*) from ledger.assignment a where a.item_id = i.id and a.part = 'CO' and a.state = 'TO_SIGN'),
                            (select count(*) from ledger.date_change d where d.item_id = i.id and d.kind = 'EXTENDED'),
                            (select array_agg(x.state) from (select t.state from ledger.feedback_target t
                                join ledger.assignment a on a.id = t.assignment_id
                                where t.item_id = i.id and a.part = 'LEAD' and t.number is not null
                                order by t.number desc limit 6) x)
                        from ledger.item i left join ledger.source s on s.id = i.source_id where i.id = any(?)""")) {
            for (int n = -Crowd.WARM_UP; n < Crowd.REQUESTS; n++) {
                long start = System.nanoTime();
                List<UUID> ids = new ArrayList<>();
                try (ResultSet found = keys.executeQuery()) {
                    while (found.next()) {
                        ids.add(found.getObject(1, UUID.class));
                    }
                }
                rows.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                int columns = 0;
                try (ResultSet found = rows.executeQuery()) {
                    while (found.next()) {
                        columns += found.getString(2).length();
                    }
                }
                assertThat(columns).isPositive();
                if (n >= 0) {
                    times[n] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        crowd.add(
                "Peer: the list's SQL alone, one connection",
                Crowd.REQUESTS / (Arrays.stream(times).sum() / 1e3),
                times);
    }

    private static String cursorIn(String page) {
        Matcher cursor = CURSOR.matcher(page);
        assertThat(cursor.find()).as("a second page").isTrue();
        return cursor.group(1);
    }
}
