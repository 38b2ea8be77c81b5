package org.luoshi.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends one signed zero after the other over connections that stay open. Written on bare sockets, because it shares the two cores with the
 * server and its database. Any answer but 200 ends it.
 */
final class PouringReports {

    private final int port;
    private final String head;
    private final List<String> units;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger reconnections = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean stopped;
    private final List<Thread> threads = new ArrayList<>();
    private final List<long[]> times = new ArrayList<>();
    private volatile String fault = "";

    PouringReports(int port, String token, UUID regime, List<String> units) {
        this.port = port;
        this.units = units;
        this.head = "POST /api/v1/reporting/regimes/" + regime + "/periods/" + Country.TODAY
                + "/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ";
    }

    /** @param pauseMillis between two reports of one connection; 0 as fast as it can */
    void start(int connections, long pauseMillis) {
        for (int n = 0; n < connections; n++) {
            long[] mine = new long[400_000];
            times.add(mine);
            Thread thread = new Thread(() -> pour(mine, pauseMillis));
            threads.add(thread);
            thread.start();
        }
    }

    long sent() {
        return sent.get();
    }

    /** Ends it and tells how long each report took, in milliseconds, sorted. */
    double[] stop() throws InterruptedException, IOException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
        if (!fault.isEmpty()) {
            throw new IOException(fault);
        }
        double[] all = times.stream()
                .flatMapToLong(one -> Arrays.stream(one).filter(nanos -> nanos > 0))
                .mapToDouble(nanos -> nanos / 1e6)
                .toArray();
        Arrays.sort(all);
        return all;
    }

    private void pour(long[] mine, long pauseMillis) {
        try {
            int n = 0;
            while (!stopped && n < mine.length) {
                n = pourOnOneConnection(mine, n, pauseMillis);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            fault = "Pouring ended: " + e;
        }
    }

    /** Until it is stopped or the server closes the connection, as servers do now and then; returns how many were sent in all. */
    private int pourOnOneConnection(long[] mine, int from, long pauseMillis) throws IOException, InterruptedException {
        int n = from;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            while (!stopped && n < mine.length) {
                byte[] request = request(units.get(next.getAndIncrement()));
                long begin = System.nanoTime();
                out.write(request);
                String answer = answer(in);
                if (!answer.startsWith("HTTP/1.1 200")) {
                    throw new IllegalStateException(answer);
                }
                mine[n++] = System.nanoTime() - begin;
                sent.incrementAndGet();
                if (pauseMillis > 0) {
                    Thread.sleep(pauseMillis);
                }
            }
        } catch (EOFException | SocketException closed) {
            reconnections.incrementAndGet();
        }
        return n;
    }

    private byte[] request(String unit) {
        byte[] body = ("{\"unit\":\"" + unit + "\",\"zero\":true,\"signer\":\"村主任\"}").getBytes(StandardCharsets.UTF_8);
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    int reconnections() {
        return reconnections.get();
    }

    /** The head of the answer; its body, of a given length or in parts, is read over. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = -1;
        while (true) {
            String line = line(in);
            if (line.isEmpty()) {
                break;
            }
            head.append(line).append('\n');
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
        } else {
            for (int part = part(in); part > 0; part = part(in)) {
                in.skipNBytes(part + 2L);
            }
            line(in);
        }
        return head.toString();
    }

    private static int part(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
