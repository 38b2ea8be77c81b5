package org.luoshi.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts our PostgreSQL again where it died under the running application. One that was stopped in order has taken its process file away
 * and is left alone: somebody wanted that.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private final Path database;
    private final Path log;
    private final PostgresPrograms programs;
    /** A start that fails takes the process file away too. */
    private boolean dead;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "postgresql-watch");
        thread.setDaemon(true);
        return thread;
    });

    ServerWatch(Path database, Path log, PostgresPrograms programs) {
        this.database = database;
        this.log = log;
        this.programs = programs;
        rounds.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            PostmasterFile file = PostmasterFile.read(database).orElse(null);
            if (file != null && file.isAlive()) {
                dead = false;
            } else if (file != null || dead) {
                dead = true;
                startAgain();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL could not be started again; tried once more in a second", e);
        }
    }

    private void startAgain() throws IOException {
        LOG.error("PostgreSQL has died; it is started again");
        PostmasterFile.disown(database);
        removeSockets();
        programs.start(database, log);
        LOG.info("PostgreSQL runs again");
    }

    /** The dead server's, which name its process; that may not be buried yet and would look alive. */
    private void removeSockets() throws IOException {
        try (DirectoryStream<Path> sockets = Files.newDirectoryStream(database, ".s.PGSQL.*")) {
            for (Path socket : sockets) {
                Files.deleteIfExists(socket);
            }
        }
    }

    /** Waits for a start that is just under way, so that nothing runs that is not known of. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(2, TimeUnit.MINUTES)) {
                LOG.warn("A start of PostgreSQL did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
