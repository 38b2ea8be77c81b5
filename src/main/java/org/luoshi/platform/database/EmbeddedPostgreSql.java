package org.luoshi.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL in the data folder, as safe as an installed one: everything is on the disk when a commit returns, nobody gets in
 * without the password, and it listens on this machine only. A server left behind by an application that was killed is taken over, and one that
 * dies is started again.
 */
final class EmbeddedPostgreSql implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);

    private static final String SUPERUSER = "postgres";
    private static final String NAME = "luoshi";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LARGEST_LOG = 20L * 1024 * 1024;

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final String password;
    private final int port;
    private final ServerWatch watch;

    private EmbeddedPostgreSql(DataFolder folder, PostgresPrograms programs, String password, int port) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.port = port;
        this.watch = new ServerWatch(folder.database(), folder.log(), programs);
    }

    /** Starts or takes over the server of this folder; when it returns, our database answers. */
    static EmbeddedPostgreSql start(Path dataFolder, String version, long leastFreeMegabytes, UnprivilegedUser user) {
        DataFolder folder = DataFolder.open(dataFolder, leastFreeMegabytes);
        try {
            refuseOtherVersion(folder.database(), version);
            Path home = PostgresBinaries.unpack(folder.root(), version);
            PostgresPrograms programs = new PostgresPrograms(home, user);
            String password = folder.password();
            EmbeddedPostgreSql running = adopt(folder, programs, password).orElse(null);
            if (running == null) {
                running = startFresh(folder, programs, password);
            }
            running.ensureDatabase();
            return running;
        } catch (IOException | SQLException e) {
            folder.close();
            throw DatabaseFault.NOT_STARTED.with(
                    Map.of("log", folder.log(), "reason", String.valueOf(e.getMessage())), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    String url() {
        return url(port, NAME);
    }

    String user() {
        return NAME;
    }

    String password() {
        return password;
    }

    /** Lets go of the folder without stopping the server: what happens when the application is killed. */
    void abandon() {
        watch.close();
        folder.close();
    }

    @Override
    public void close() {
        watch.close();
        try {
            programs.stop(folder.database());
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop in time; the next start takes it over", e);
        } finally {
            folder.close();
        }
    }

    private static void refuseOtherVersion(Path database, String version) throws IOException {
        Path file = database.resolve("PG_VERSION");
        String wanted = version.substring(0, version.indexOf('.'));
        if (Files.exists(file)) {
            String found = Files.readString(file).strip();
            if (!found.equals(wanted)) {
                throw DatabaseFault.OTHER_VERSION.with(Map.of("folder", database, "found", found, "wanted", wanted));
            }
        }
    }

    /** The server that still runs in this folder, if there is one: waits for one that is just starting or stopping. */
    private static Optional<EmbeddedPostgreSql> adopt(DataFolder folder, PostgresPrograms programs, String password)
            throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            PostmasterFile file = PostmasterFile.read(folder.database()).orElse(null);
            if (file == null || !file.isAlive()) {
                PostmasterFile.disown(folder.database());
                return Optional.empty();
            }
            try (Connection connection = connect(file.port(), SUPERUSER, SUPERUSER, password)) {
                if (!Path.of(show(connection, "data_directory"))
                        .toRealPath()
                        .equals(folder.database().toRealPath())) {
                    // The folder is a copy made while the original was running; its server is none of our business.
                    PostmasterFile.disown(folder.database());
                    return Optional.empty();
                }
                LOG.info("Took over the PostgreSQL that was still running on port {}", file.port());
                return Optional.of(new EmbeddedPostgreSql(folder, programs, password, file.port()));
            } catch (SQLException notYet) {
                if (notYet.getSQLState() != null && notYet.getSQLState().startsWith("28") || System.nanoTime() > end) {
                    throw DatabaseFault.FOREIGN_SERVER.with(
                            Map.of("folder", folder.database(), "process", file.processId()), notYet);
                }
                pause();
            }
        }
    }

    private static EmbeddedPostgreSql startFresh(DataFolder folder, PostgresPrograms programs, String password)
            throws IOException {
        Path database = folder.database();
        if (!Files.exists(database)) {
            Path unfinished = database.resolveSibling("database.new");
            PostgresBinaries.deleteAll(unfinished);
            programs.initialize(unfinished, SUPERUSER, password);
            Files.move(unfinished, database, StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGEST_LOG) {
            Files.move(
                    folder.log(), folder.log().resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
        Files.write(database.resolve("postgresql.auto.conf"), settings(database, port));
        programs.start(database, folder.log());
        return new EmbeddedPostgreSql(folder, programs, password, port);
    }

    private static List<String> settings(Path database, int port) {
        // A longer path does not fit into a socket address.
        boolean socketFits = database.toString().length() < 80
                && !System.getProperty("os.name").startsWith("Windows");
        return List.of(
                "# Written by Luoshi at each start.",
                "port = " + port,
                "listen_addresses = '127.0.0.1'",
                "unix_socket_directories = '"
                        + (socketFits ? database.toString().replace("'", "''") : "") + "'",
                "password_encryption = 'scram-sha-256'",
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "max_connections = 60",
                "shared_buffers = '128MB'",
                "work_mem = '8MB'",
                "maintenance_work_mem = '64MB'",
                "effective_cache_size = '512MB'",
                "max_wal_size = '512MB'",
                "random_page_cost = 1.1",
                "parallel_setup_cost = 50000",
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "log_line_prefix = '%m [%p] '",
                "log_checkpoints = off");
    }

    private void ensureDatabase() throws SQLException {
        try (Connection ours = connect(port, NAME, NAME, password)) {
            ours.isValid(5);
        } catch (SQLException notThereYet) {
            try (Connection connection = connect(port, SUPERUSER, SUPERUSER, password);
                    Statement statement = connection.createStatement()) {
                if (!exists(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
                    statement.execute("create role " + NAME + " login");
                }
                statement.execute("alter role " + NAME + " password '" + password + "'");
                if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
                    statement.execute("create database " + NAME + " owner " + NAME);
                }
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(int port, String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(url(port, database), properties);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
