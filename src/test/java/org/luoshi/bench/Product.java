package org.luoshi.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.luoshi.LuoshiApplication;

/** The product as it is started in service: a process of its own, so that its start and its memory are nobody else's. */
final class Product implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 300;

    private final Process process;
    private final int port;
    private final double startSeconds;

    private Product(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /** Starts it and waits until it answers. */
    static Product start(Path data, Map<String, String> environment, List<String> javaOptions) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath(), LuoshiApplication.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LUOSHI_PORT", "" + port);
        builder.environment().put("LUOSHI_DATA", data.toString());
        builder.environment().putAll(environment);
        Path log = data.resolve("product.log");
        long start = System.nanoTime();
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000L) {
                process.destroy();
                throw new IOException("The product did not start: " + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return new Product(process, port, (System.nanoTime() - start) / 1e9);
    }

    /** Without the tests, which the product does not have. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean answers(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + "/health").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    double startSeconds() {
        return startSeconds;
    }

    /** Megabytes that the JVM holds in memory. */
    long ownMemory() throws IOException {
        return proportional(process.pid());
    }

    /** Megabytes that its PostgreSQL holds in memory, what its processes share counted once; 0 where it is not on this machine. */
    long databaseMemory(Path data) throws IOException {
        Path file = data.resolve("database/postmaster.pid");
        if (!Files.exists(file)) {
            return 0;
        }
        long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
        long sum = proportional(postmaster);
        for (ProcessHandle child : ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            sum += proportional(child.pid());
        }
        return sum;
    }

    private static long proportional(long pid) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** As a service is stopped; its PostgreSQL stops with it. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("The product did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
