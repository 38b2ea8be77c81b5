package org.luoshi.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.luoshi.LuoshiApplication;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.organization.OrganizationApi;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Five years of an invented office's ledger, in the product's own PostgreSQL below {@code -Dbench.data} or in one that is given by
 * {@code -Dbench.db.url}, {@code -Dbench.db.user} and {@code -Dbench.db.password}. Loaded once; a second run finds it.
 */
final class YearsData {

    static final int ITEMS = Integer.getInteger("bench.items", 100_000);

    private static final String URL = System.getProperty("bench.db.url", "");
    private static final int PORTION = 250_000;
    private static final int MOST_UNSEALED = 400_000;

    /** Tables that grow by hundreds of thousands: their indexes are made afterwards. */
    private static final List<String> LARGE = List.of(
            "ledger.item",
            "ledger.requirement",
            "ledger.assignment",
            "ledger.item_past",
            "ledger.assignment_past",
            "ledger.feedback",
            "ledger.feedback_due",
            "ledger.feedback_target",
            "ledger.evidence",
            "ledger.date_change",
            "obligations.obligation",
            "notices.notice",
            "history.line");

    private final Path folder;
    private final Properties facts = new Properties();

    private YearsData(Path folder) {
        this.folder = folder;
    }

    static YearsData ready() throws Exception {
        Path folder =
                Path.of(System.getProperty("bench.data", "target/bench-years")).toAbsolutePath();
        YearsData data = new YearsData(folder);
        Path marker = folder.resolve("bench.properties");
        if (!Files.exists(marker)) {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            data.load();
            try (Writer out = Files.newBufferedWriter(marker)) {
                data.facts.store(out, null);
            }
        }
        try (Reader in = Files.newBufferedReader(marker)) {
            data.facts.load(in);
        }
        return data;
    }

    Path folder() {
        return folder;
    }

    /** What was noted at the load: logins, tokens, how long it took. */
    String fact(String name) {
        return Objects.requireNonNull(facts.getProperty(name), name);
    }

    /** What the product has to be told to find the data. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        if (!URL.isEmpty()) {
            environment.put("LUOSHI_DB_URL", URL);
            environment.put("LUOSHI_DB_USER", System.getProperty("bench.db.user", ""));
            environment.put("LUOSHI_DB_PASSWORD", System.getProperty("bench.db.password", ""));
        }
        return environment;
    }

    /** Beside the product, while it runs: in our own PostgreSQL as its superuser. */
    Connection connect() throws IOException, SQLException {
        if (!URL.isEmpty()) {
            return DriverManager.getConnection(
                    URL, System.getProperty("bench.db.user"), System.getProperty("bench.db.password"));
        }
        String port = Files.readAllLines(folder.resolve("database/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(folder.resolve("database.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/luoshi", "postgres", password);
    }

    static boolean isOwn() {
        return URL.isEmpty();
    }

    private void load() throws Exception {
        long start = System.nanoTime();
        environment()
                .forEach((name, value) -> System.setProperty(
                        name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'), value));
        System.setProperty("luoshi.data", folder.toString());
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(LuoshiApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("noTests", new NoTests()))
                .run("--server.port=0")) {
            people(house);
            try (Connection connection = connect()) {
                fill(connection, house.getBean(DataSource.class));
            }
        }
        if (isOwn()) {
            Files.writeString(
                    folder.resolve("database/postgresql.conf"),
                    "\nsession_preload_libraries = 'auto_explain'\nauto_explain.log_min_duration = -1\n"
                            + "auto_explain.log_analyze = on\nauto_explain.log_buffers = on\n",
                    StandardOpenOption.APPEND);
        }
        facts.setProperty("seconds", "" + (System.nanoTime() - start) / 1_000_000_000L);
        facts.setProperty("items", "" + ITEMS);
    }

    private void people(ConfigurableApplicationContext house) {
        AccessApi access = house.getBean(AccessApi.class);
        BigOffice.Accounts accounts = new BigOffice(house.getBean(OrganizationApi.class), access).people(150, 8, 6);
        TokenService tokens = house.getBean(TokenService.class);
        LocalDate lastDay = tokens.latestEnd();
        facts.setProperty("officer", accounts.officer());
        facts.setProperty("liaison", accounts.liaison());
        facts.setProperty("password", accounts.password());
        facts.setProperty(
                "officer.token",
                tokens.make("bench", TokenService.Scope.WRITE, lastDay, access.actor(accounts.officerId())));
        facts.setProperty(
                "director.token",
                tokens.make("bench", TokenService.Scope.WRITE, lastDay, access.actor(accounts.directorId())));
    }

    private void fill(Connection connection, DataSource house) throws Exception {
        JdbcTemplate jdbc = quick(connection);
        if (isOwn()) {
            jdbc.execute("alter system set max_wal_size = '6GB'");
            jdbc.execute("select pg_reload_conf()");
        }
        List<String> indexes = withoutIndexes(jdbc);
        String script = new ClassPathResource("bench/years.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{items}", "" + ITEMS);
        ScriptUtils.executeSqlScript(
                connection,
                new EncodedResource(new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)), "UTF-8"));
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            // The product seals what one connection writes while the other makes indexes.
            Future<?> lines = beside.submit(() -> {
                try (Connection another = connect()) {
                    writeLines(quick(another), new JdbcTemplate(house));
                }
                return null;
            });
            indexes.stream()
                    .filter(index -> !index.contains(" ON history.line "))
                    .forEach(jdbc::execute);
            jdbc.execute("analyze");
            waitForTheTotals(jdbc);
            lines.get();
        } finally {
            beside.shutdown();
        }
        indexes.stream().filter(index -> index.contains(" ON history.line ")).forEach(jdbc::execute);
        jdbc.execute("drop schema bench cascade");
        waitForTheSeals(jdbc, 0);
        jdbc.execute("vacuum analyze");
        jdbc.execute("checkpoint");
    }

    private static JdbcTemplate quick(Connection connection) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.execute("set synchronous_commit = off");
        jdbc.execute("set maintenance_work_mem = '512MB'");
        jdbc.execute("set max_parallel_maintenance_workers = 2");
        jdbc.execute("set work_mem = '256MB'");
        if (isOwn()) {
            // Not asked again whether each key points at something, and no trigger: the script is right by its joins.
            jdbc.execute("set session_replication_role = replica");
        }
        return jdbc;
    }

    /** Those that serve a constraint stay, and the one by which the history is sealed. */
    private static List<String> withoutIndexes(JdbcTemplate jdbc) {
        List<String> definitions = new ArrayList<>();
        for (Map<String, Object> index : jdbc.queryForList("""
                select i.schemaname || '.' || i.indexname as name, i.indexdef from pg_indexes i
                where i.schemaname || '.' || i.tablename = any(?)
                  and not exists (select from pg_constraint c where c.conindid = (i.schemaname || '.' || i.indexname)::regclass)
                  and i.indexdef not like '%(written\\_by)%'
                """, (Object) LARGE.toArray(String[]::new))) {
            definitions.add((String) index.get("indexdef"));
            jdbc.execute("drop index " + index.get("name"));
        }
        return definitions;
    }

    /** In portions, each of which the product seals while the next is written. */
    private static void writeLines(JdbcTemplate jdbc, JdbcTemplate house) throws Exception {
        String portion = new ClassPathResource("bench/years-lines.sql").getContentAsString(StandardCharsets.UTF_8);
        Long last = jdbc.queryForObject("select max(place) from bench.line", Long.class);
        for (long from = 0; last != null && from < last; from += PORTION) {
            waitForTheSeals(house, MOST_UNSEALED);
            jdbc.update(portion, from, from + PORTION);
        }
    }

    /** The product adds the figures of all items up by itself, once it is told that they changed. */
    private static void waitForTheTotals(JdbcTemplate jdbc) throws Exception {
        if (jdbc.queryForObject("select to_regclass('ledger.figure_stale')::text", String.class) == null) {
            return;
        }
        jdbc.execute("insert into ledger.figure_stale (item_id) select id from ledger.item order by id");
        String stale = "select exists (select from ledger.figure_stale)";
        for (int i = 0; i < 6000; i++) {
            if (Boolean.FALSE.equals(jdbc.queryForObject(stale, Boolean.class))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("The figures were not added up within ten minutes");
    }

    private static void waitForTheSeals(JdbcTemplate jdbc, long most) throws Exception {
        String open = "select coalesce(max(number), 0) - (select coalesce(sum(line_count), 0) from history.seal)"
                + " from history.line";
        for (int i = 0; i < 3000; i++) {
            Long lines = jdbc.queryForObject(open, Long.class);
            if (lines != null && lines <= most) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("The history was not sealed within five minutes");
    }

    /** What belongs to tests is no part of the house. */
    private static final class NoTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
