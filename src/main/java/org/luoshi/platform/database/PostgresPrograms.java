package org.luoshi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl}. */
final class PostgresPrograms {

    private final Path home;
    private final UnprivilegedUser user;

    PostgresPrograms(Path home, UnprivilegedUser user) {
        this.home = home;
        this.user = user;
    }

    /** Makes a new, empty cluster: sorted by code point everywhere alike, password sign-in only. */
    void initialize(Path database, String superuser, String password) throws IOException {
        Path passwordFile = database.resolveSibling("initdb.password");
        try {
            DataFolder.writePrivately(passwordFile, password);
            user.own(passwordFile);
            Files.createDirectories(database);
            user.own(database);
            run(
                    "initdb",
                    "--pgdata=" + database,
                    "--username=" + superuser,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    void start(Path database, Path log) throws IOException {
        if (!Files.exists(log)) {
            DataFolder.createPrivately(log);
        }
        user.own(log);
        user.own(database);
        run("pg_ctl", "--pgdata=" + database, "--log=" + log, "--wait", "--timeout=120", "start");
    }

    /** Ends all work at once and writes everything down. */
    void stop(Path database) throws IOException {
        run("pg_ctl", "--pgdata=" + database, "--mode=fast", "--wait", "--timeout=60", "stop");
    }

    private void run(String program, String... arguments) throws IOException {
        // Output goes to a file: the server inherits it and would keep a pipe open for as long as it lives.
        Path output = Files.createTempFile("luoshi-" + program, ".log");
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(user.command(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + ": " + Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            output.toFile().delete();
        }
    }
}
