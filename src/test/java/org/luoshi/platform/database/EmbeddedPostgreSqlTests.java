package org.luoshi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** One real data folder lives through what happens to a data folder; each test leaves it stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgreSqlTests {

    private static final String VERSION = version();

    @TempDir
    static Path data;

    @Test
    @Order(1)
    void aNewFolderGetsADurableServerThatAsksForThePassword() throws Exception {
        try (EmbeddedPostgreSql server = start();
                Connection connection = connect(server, server.password())) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
            assertThat(one(connection, "select rolsuper::text from pg_roles where rolname = current_user"))
                    .isEqualTo("false");
            execute(connection, "create table kept (word text)");
            execute(connection, "insert into kept values ('落实')");
            assertThatThrownBy(() -> connect(server, "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.password"))))
                .isEqualTo("rw-------");
        assertThat(data.resolve("initdb.password")).doesNotExist();
    }

    @Test
    @Order(2)
    void aRestartKeepsTheDataAndIsQuick() throws Exception {
        long before = System.nanoTime();
        try (EmbeddedPostgreSql server = start();
                Connection connection = connect(server, server.password())) {
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before))
                    .isLessThan(5000);
            assertThat(one(connection, "select word from kept")).isEqualTo("落实");
        }
    }

    @Test
    @Order(3)
    void aServerLeftBehindByAKilledApplicationIsTakenOver() throws Exception {
        EmbeddedPostgreSql forgotten = start();
        forgotten.abandon();
        try (EmbeddedPostgreSql server = start();
                Connection connection = connect(server, server.password())) {
            assertThat(server.url()).isEqualTo(forgotten.url());
            assertThat(one(connection, "select word from kept")).isEqualTo("落实");
        }
        assertThat(PostmasterFile.read(data.resolve("database"))).isEmpty();
    }

    @Test
    @Order(4)
    void aServerThatWasKilledTooIsRecovered() throws Exception {
        EmbeddedPostgreSql forgotten = start();
        try (Connection connection = connect(forgotten, forgotten.password())) {
            execute(connection, "insert into kept values ('committed')");
        }
        long process =
                PostmasterFile.read(data.resolve("database")).orElseThrow().processId();
        forgotten.abandon();
        ProcessHandle.of(process).orElseThrow().destroyForcibly();
        try (EmbeddedPostgreSql server = start();
                Connection connection = connect(server, server.password())) {
            assertThat(one(connection, "select count(*)::text from kept")).isEqualTo("2");
        }
    }

    @Test
    @Order(5)
    void anOldProcessFileWhoseNumberNowBelongsToSomebodyElseIsNoObstacle() throws Exception {
        Files.write(
                data.resolve("database/postmaster.pid"),
                List.of(
                        String.valueOf(ProcessHandle.current().pid()),
                        data.resolve("database").toString(),
                        "1700000000",
                        "1",
                        "",
                        "127.0.0.1"));
        try (EmbeddedPostgreSql server = start();
                Connection connection = connect(server, server.password())) {
            assertThat(one(connection, "select count(*)::text from kept")).isEqualTo("2");
        }
    }

    @Test
    @Order(6)
    void aSecondApplicationOnTheSameFolderIsRefused() {
        try (EmbeddedPostgreSql first = start()) {
            assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThatThrownBy(EmbeddedPostgreSqlTests::start)
                    .asInstanceOf(InstanceOfAssertFactories.type(DatabaseRefusal.class))
                    .extracting(DatabaseRefusal::fault)
                    .isEqualTo(DatabaseFault.LOCKED);
        }
    }

    @Test
    @Order(7)
    void whereNamespacesAreForbiddenRootHandsTheServerToAnOrdinaryUser(@TempDir Path other) throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"), "only root can change the user");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedPostgreSql server =
                        EmbeddedPostgreSql.start(other, VERSION, 1, UnprivilegedUser.byChangingUser());
                Connection connection = connect(server, server.password())) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
        }
        assertThat(Files.getOwner(other.resolve("database")).getName()).isNotEqualTo("root");
    }

    @Test
    @Order(8)
    void aFolderOfAnotherVersionIsRefusedAndSaidInPlainWords() throws Exception {
        Files.writeString(data.resolve("database/PG_VERSION"), "15\n");
        assertThatThrownBy(EmbeddedPostgreSqlTests::start).isInstanceOfSatisfying(DatabaseRefusal.class, refusal -> {
            assertThat(refusal.fault()).isEqualTo(DatabaseFault.OTHER_VERSION);
            FailureAnalysis analysis = new DatabaseRefusalAnalyzer().analyze(refusal, refusal);
            assertThat(analysis.getDescription()).contains("PostgreSQL 15", "PostgreSQL 18", "database");
            assertThat(analysis.getAction()).isNotBlank();
        });
    }

    @Test
    @Order(9)
    void aFullDiskIsRefusedBeforeAnythingIsWritten(@TempDir Path other) {
        assertThatThrownBy(() -> EmbeddedPostgreSql.start(other, VERSION, Long.MAX_VALUE, UnprivilegedUser.find()))
                .asInstanceOf(InstanceOfAssertFactories.type(DatabaseRefusal.class))
                .extracting(DatabaseRefusal::fault)
                .isEqualTo(DatabaseFault.DISK_FULL);
        assertThat(other.resolve("database")).doesNotExist();
    }

    @Test
    @Order(10)
    void aFolderThatCannotBeWrittenIsRefused(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("in-the-way"), "");
        assertThatThrownBy(() -> EmbeddedPostgreSql.start(file.resolve("data"), VERSION, 1, UnprivilegedUser.find()))
                .asInstanceOf(InstanceOfAssertFactories.type(DatabaseRefusal.class))
                .extracting(DatabaseRefusal::fault)
                .isEqualTo(DatabaseFault.NOT_WRITABLE);
    }

    private static EmbeddedPostgreSql start() {
        return EmbeddedPostgreSql.start(data, VERSION, 1, UnprivilegedUser.find());
    }

    private static Connection connect(EmbeddedPostgreSql server, String password) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), password);
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return one(connection, "show " + setting);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String version() {
        try (InputStream file = EmbeddedPostgreSqlTests.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("luoshi.postgresql-version");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
