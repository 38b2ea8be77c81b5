package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long a person waits with 100,000 items, 500,000 assignments and 2,000,000 reports: the product in a process of its own with its own PostgreSQL
 * (durable, as in service), asked over HTTP by four signed-in connections without a pause, all on one machine. Not a test: started by
 * {@code mvn -Pbench test -Dtest=LedgerYearsBench}; what it loads is found again by the next run.
 */
@Tag("bench")
class LedgerYearsBench {

    private static final Pattern CURSOR = Pattern.compile("cursor=([A-Za-z0-9_-]+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final List<String> COMMON =
            List.of("公路", "老旧", "绩效", "信访", "安全", "提速", "水源", "食品", "数据", "防汛", "用地", "减负", "培训", "档案", "节能");
    private static final List<String> OPTIONS =
            List.of(System.getProperty("bench.java-options", "-Xmx256m").split(" "));
    private static final String FIGURES = System.getProperty("bench.figures", "/ledger/figures");
    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up-seconds", 60);
    private static final String ONLY = System.getProperty("bench.only", "");

    private final List<String> table = new ArrayList<>(List.of(
            "| What | requests/s | median ms | p95 ms | p99 ms | PostgreSQL alone: /s | its p95 ms | ratio of p95 |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
    private final Map<String, String> pages = new LinkedHashMap<>();

    @Test
    void measure() throws Exception {
        YearsData data = YearsData.ready();
        StringBuilder report = new StringBuilder();
        try (Product product = Product.start(data.folder(), data.environment(), OPTIONS);
                Connection connection = data.connect();
                YearsPeer peer = new YearsPeer(data)) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            long atStart = product.ownMemory() + product.databaseMemory(data.folder());
            Team team = new Team(data, product, jdbc);
            warmUp(team);
            look(team, peer);
            write(team, peer);
            report.append(facts(jdbc, data, product, atStart));
            report.append(String.join("\n", table)).append("\n");
            if (YearsData.isOwn()) {
                report.append(plans(team, connection, data));
            }
        }
        Files.writeString(Path.of("target/bench.md"), report);
        System.out.println(report);
    }

    /** A minute of everything, as on any day but the first: what runs often is then compiled. */
    private static void warmUp(Team team) throws Exception {
        List<IntFunction<String>> addresses = List.of(
                n -> "/ledger",
                n -> "/ledger?unit=" + team.unit(n),
                n -> "/ledger?view=ALL&sort=NUMBER",
                n -> "/ledger?view=ALL&q=" + common(n),
                n -> "/ledger/items/" + team.items.get(n % team.items.size()),
                n -> "/api/v1/ledger/items/" + team.items.get(n % team.items.size()),
                n -> "/search?q=" + common(n),
                n -> "/desk");
        Race.runFor(
                WARM_UP_SECONDS,
                (runner, n) -> team.officers
                        .get(runner)
                        .get(addresses.get(n % addresses.size()).apply(n)));
        team.officers.get(0).get(FIGURES);
    }

    /** Who asks, and about what. */
    private static final class Team {

        final List<Visitor> officers;
        final List<Visitor> liaisons;
        final List<Visitor> officerPrograms = new ArrayList<>();
        final List<Visitor> directorPrograms = new ArrayList<>();
        final UUID unit;
        final List<UUID> allOfficers;
        final UUID officerId;
        final UUID office;
        final List<UUID> units;
        final List<String> items;
        final JdbcTemplate jdbc;

        Team(YearsData data, Product product, JdbcTemplate jdbc) throws IOException {
            Crowd crowd = new Crowd(product.port());
            officers = crowd.visitors(data.fact("officer"), data.fact("password"));
            liaisons = crowd.visitors(data.fact("liaison"), data.fact("password"));
            String home = "http://localhost:" + product.port();
            for (int i = 0; i < Race.RUNNERS; i++) {
                officerPrograms.add(new Visitor(home, data.fact("officer.token")));
                directorPrograms.add(new Visitor(home, data.fact("director.token")));
            }
            this.jdbc = jdbc;
            units = jdbc.queryForList(
                    "select id from organization.unit where kind = 'UNIT' order by place, id", UUID.class);
            unit = units.get(0);
            Map<String, Object> item = jdbc.queryForMap(
                    "select i.officer_id, i.office_unit_id from ledger.item i join access.account a on a.person_id = i.officer_id limit 1");
            officerId = (UUID) item.get("officer_id");
            office = (UUID) item.get("office_unit_id");
            allOfficers = jdbc.queryForList("select distinct officer_id from ledger.item where is_open", UUID.class);
            items = jdbc.queryForList(
                    "select id::text from ledger.item where issued_at is not null order by md5(id::text) limit 5000",
                    String.class);
        }

        UUID unit(int n) {
            return units.get(n % units.size());
        }

        UUID officer(int n) {
            return allOfficers.get(n % allOfficers.size());
        }
    }

    private void look(Team team, YearsPeer peer) throws Exception {
        String byDue = "coalesce(i.due, 'infinity'::timestamptz), i.id";
        String byNumber = "(coalesce(i.year, 0) * 1000000 + coalesce(i.sequence, 0)) desc, i.id desc";
        String cursor = cursorIn(team.officers.get(0).get("/ledger"));
        Race.Work open = peer.list("i.is_open", byDue);
        page("List, open, by limit", team.officers, "/ledger", open);
        page("List, second page by cursor", team.officers, "/ledger?cursor=" + cursor, null);
        page(
                "List, open, of one unit",
                team.officers,
                n -> "/ledger?unit=" + team.unit(n),
                peer.list(ofUnit(team) + " and i.is_open", byDue));
        page(
                "List, red light, by number",
                team.officers,
                "/ledger?view=RED&sort=NUMBER",
                peer.list("i.is_open and i.red_at <= now()", byNumber));
        page(
                "List, open, from one kind of source",
                team.officers,
                "/ledger?kind=MEETING",
                peer.list("i.is_open and s.kind = 'MEETING'", byDue));
        page(
                "List, open, of one officer, by last activity",
                team.officers,
                n -> "/ledger?officer=" + team.officer(n) + "&sort=ACTIVITY",
                peer.list(
                        "i.is_open and i.officer_id = '" + team.officerId + "'", "i.last_activity_at desc, i.id desc"));
        page(
                "List, all, with one label, newest first",
                team.officers,
                "/ledger?view=ALL&sort=NEWEST&label=" + encode("民生实事"),
                peer.list("i.label = '民生实事'", "i.id desc"));
        page("List, all, by number", team.officers, "/ledger?view=ALL&sort=NUMBER", peer.list("true", byNumber));
        page(
                "Search in the list, two characters that 6,700 items have",
                team.officers,
                n -> "/ledger?view=ALL&q=" + common(n),
                peer.list("i.pairs @> array ['公路'] and i.folded like '%公路%'", byDue));
        page(
                "Search in the list, two characters that 100 items have",
                team.officers,
                "/ledger?view=ALL&q=" + encode("滕王"),
                peer.list("i.pairs @> array ['滕王'] and i.folded like '%滕王%'", byDue));
        page(
                "Search in the list, of one unit, two characters",
                team.officers,
                n -> "/ledger?view=ALL&unit=" + team.unit(n) + "&q=" + common(n),
                peer.list(ofUnit(team) + " and i.pairs @> array ['公路'] and i.folded like '%公路%'", byDue));
        page("Search on top, two characters, frequent", team.officers, n -> "/search?q=" + common(n), null);
        page("Search on top, two characters, rare", team.officers, "/search?q=" + encode("滕王"), null);
        page(
                "List as a unit's liaison sees it",
                team.liaisons,
                "/ledger",
                peer.list(ofUnit(team) + " and i.is_open", byDue));
        page("Search of a unit's liaison, two characters", team.liaisons, n -> "/ledger?view=ALL&q=" + common(n), null);
        page("List over the API", team.officers, "/api/v1/ledger/items", open);
        pages.put("Item", "/ledger/items/" + team.items.get(0));
        Race.Work item = peer.item(team.items);
        line(
                "Item",
                (runner, n) -> team.officers.get(runner).get("/ledger/items/" + team.items.get(n % team.items.size())),
                item);
        line(
                "Item over the API",
                (runner, n) ->
                        team.officers.get(runner).get("/api/v1/ledger/items/" + team.items.get(n % team.items.size())),
                item);
        page("Statistics of a year by unit", team.officers, FIGURES, peer.question(YearsPeer.YEAR_BY_UNIT));
        int before = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
        page(
                "Statistics of the year before, by unit",
                team.officers,
                "/ledger/figures?from=" + before + "-01-01&to=" + before + "-12-31",
                null);
        page("Desk of an officer", team.officers, "/desk", null);
        page("Desk of a unit's liaison", team.liaisons, "/desk", null);
    }

    private static String common(int n) {
        return encode(COMMON.get(n % COMMON.size()));
    }

    private static String ofUnit(Team team) {
        return "exists (select 1 from ledger.assignment a where a.item_id = i.id and a.unit_id = '" + team.unit
                + "' and a.state <> 'MOVED')";
    }

    private void write(Team team, YearsPeer peer) throws Exception {
        Race.Work creation = peer.creation(team.officerId, team.office, team.units);
        line("Creating an item with 8 units", (runner, n) -> draft(team, runner, n), creation);
        line(
                "Creating, submitting, approving and issuing an item to 8 units",
                (runner, n) -> issue(team, runner, n),
                null);
        ConcurrentLinkedDeque<YearsPeer.Waiting> waiting = new ConcurrentLinkedDeque<>(team.jdbc.query(
                """
                select t.feedback_id, t.assignment_id, t.item_id from ledger.feedback_target t join ledger.item i on i.id = t.item_id
                where t.state = 'SUBMITTED' and i.state = 'IN_PROGRESS' order by md5(t.feedback_id::text)
                """,
                (row, n) -> new YearsPeer.Waiting(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class))));
        line(
                "Accepting a report",
                (runner, n) -> {
                    YearsPeer.Waiting one = waiting.removeLast();
                    team.officerPrograms
                            .get(runner)
                            .post(
                                    "/api/v1/ledger/feedback/" + one.feedback() + "/targets/" + one.assignment()
                                            + "/decision",
                                    "{\"decision\":\"ACCEPT\"}",
                                    200);
                },
                peer.acceptance(waiting, team.officerId));
    }

    private static String draft(Team team, int runner, int n) throws IOException {
        List<UUID> eight = team.units.subList(n % (team.units.size() - 8), n % (team.units.size() - 8) + 8);
        String others = eight.stream()
                .skip(1)
                .map(unit -> "{\"unitId\":\"" + unit + "\",\"duty\":\"按职责分工办理\"}")
                .collect(Collectors.joining(","));
        String body = "{\"title\":\"推进农村公路养护工作第" + n
                + "号\",\"limitClass\":\"MINUTES\",\"requirements\":[\"明确责任分工\",\"按月报送进度\"]," + "\"leadUnitId\":\""
                + eight.get(0) + "\",\"coUnits\":[" + others + "]}";
        return found(ID, team.officerPrograms.get(runner).post("/api/v1/ledger/items", body, 201));
    }

    private static void issue(Team team, int runner, int n) throws IOException {
        String address = "/api/v1/ledger/items/" + draft(team, runner, n);
        Visitor officer = team.officerPrograms.get(runner);
        String version = found(VERSION, officer.get(address));
        version = found(VERSION, step(officer, address, "SUBMIT", version));
        version = found(VERSION, step(team.directorPrograms.get(runner), address, "APPROVE", version));
        step(officer, address, "ISSUE", version);
    }

    private static String step(Visitor visitor, String address, String step, String version) throws IOException {
        return visitor.post(address + "/steps", "{\"step\":\"" + step + "\",\"version\":" + version + "}", 200);
    }

    private void page(String what, List<Visitor> visitors, String address, Race.@Nullable Work peer) throws Exception {
        page(what, visitors, n -> address, peer);
    }

    /** An address for each turn, so that nothing is found that was just put away. */
    private void page(String what, List<Visitor> visitors, IntFunction<String> address, Race.@Nullable Work peer)
            throws Exception {
        pages.put(what, address.apply(0));
        line(what, (runner, n) -> visitors.get(runner).get(address.apply(n)), peer);
    }

    private void line(String what, Race.Work work, Race.@Nullable Work peer) throws Exception {
        if (!what.contains(ONLY)) {
            return;
        }
        Race.Result ours = Race.run(work);
        Race.Result theirs = peer == null ? null : Race.runShortly(peer);
        String line = String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f | %.1f | %.1f | %s |",
                what,
                ours.perSecond(),
                ours.median(),
                ours.at(0.95),
                ours.at(0.99),
                theirs == null
                        ? "– | – | –"
                        : String.format(
                                Locale.ROOT,
                                "%.0f | %.1f | %.1f",
                                theirs.perSecond(),
                                theirs.at(0.95),
                                ours.at(0.95) / theirs.at(0.95)));
        table.add(line);
        System.out.println(line);
    }

    private static String facts(JdbcTemplate jdbc, YearsData data, Product product, long atStart) throws IOException {
        long own = product.ownMemory();
        long database = product.databaseMemory(data.folder());
        return String.format(
                Locale.ROOT,
                "%s items (%s open), %s assignments, %s reports, %s lines of history; database %s; loaded in %s s%n%n"
                        + "Start with that data: %.1f s. Resident: %d MB right after the start; at the end JVM %d MB (%s), PostgreSQL %d MB, together %d MB%n%n",
                count(jdbc, "ledger.item"),
                count(jdbc, "ledger.item where is_open"),
                count(jdbc, "ledger.assignment"),
                count(jdbc, "ledger.feedback"),
                count(jdbc, "history.line"),
                jdbc.queryForObject("select pg_size_pretty(pg_database_size(current_database()))", String.class),
                data.fact("seconds"),
                product.startSeconds(),
                atStart,
                own,
                String.join(" ", OPTIONS),
                database,
                own + database);
    }

    private static String count(JdbcTemplate jdbc, String table) {
        return String.format(Locale.ROOT, "%,d", jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    /** Each page a few times, alone, and what the database wrote about slow questions meanwhile. */
    private String plans(Team team, Connection connection, YearsData data) throws Exception {
        try (SlowPlans slow = new SlowPlans(connection, data.folder().resolve("postgresql.log"))) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                for (int i = 0; i < 6; i++) {
                    (page.getKey().contains("liaison") ? team.liaisons : team.officers)
                            .get(0)
                            .get(page.getValue());
                }
            }
            for (int i = 0; i < 3; i++) {
                issue(team, 0, i);
            }
            List<String> found = slow.found();
            return "\nQuestions that took more than " + SlowPlans.MILLIS + " ms, asked alone: " + found.size() + "\n"
                    + found.stream().map(plan -> "\n```\n" + plan + "```\n").collect(Collectors.joining());
        }
    }

    private static String cursorIn(String page) {
        return found(CURSOR, page);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
