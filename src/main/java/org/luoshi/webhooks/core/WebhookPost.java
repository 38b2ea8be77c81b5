package org.luoshi.webhooks.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Sends one message by HTTP/1.1 to exactly the address that was checked, and reads no more than the status. The clients of the JDK look the
 * host up once more by themselves, after the check; this one cannot. It follows nothing, keeps nothing open and uses no proxy.
 */
class WebhookPost implements DisposableBean {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    private static final int LONGEST_LINE = 1000;
    private static final int MOST_LINES = 200;

    private final SSLSocketFactory tls;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "webhooks-watch");
        thread.setDaemon(true);
        return thread;
    });

    WebhookPost(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** The answer's status. Whatever is not over within the limit, connecting and reading together, is cut off and fails. */
    int send(URI address, InetAddress at, Map<String, String> headers, String body, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        Socket socket = new Socket(Proxy.NO_PROXY);
        ScheduledFuture<?> cut = watch.schedule(() -> close(socket), limit.toMillis(), TimeUnit.MILLISECONDS);
        try (socket) {
            int port = AllowedHost.portOf(address);
            socket.connect(new InetSocketAddress(at, port), (int) limit.toMillis());
            socket.setSoTimeout((int) limit.toMillis());
            Socket line = "https".equals(address.getScheme()) ? secured(socket, address.getHost(), port) : socket;
            write(line.getOutputStream(), address, headers, body.getBytes(StandardCharsets.UTF_8));
            return status(line.getInputStream());
        } catch (IOException e) {
            if (System.nanoTime() >= end) {
                throw new IOException("No answer within " + limit.toSeconds() + " s", e);
            }
            throw e;
        } finally {
            cut.cancel(false);
        }
    }

    /** The certificate must be for this very host. */
    private Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void write(OutputStream out, URI address, Map<String, String> headers, byte[] body)
            throws IOException {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        StringBuilder head =
                new StringBuilder("POST " + URI.create(path + query).toASCIIString() + " HTTP/1.1\r\n");
        String port = address.getPort() > 0 ? ":" + address.getPort() : "";
        head.append("Host: ").append(address.getHost()).append(port).append("\r\n");
        head.append("User-Agent: Luoshi\r\nContent-Type: application/json\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** What comes before the real answer (1xx) is skipped. */
    private static int status(InputStream in) throws IOException {
        for (int line = 0; line < MOST_LINES; line++) {
            Matcher found = STATUS.matcher(line(in));
            if (found.matches() && !found.group(1).startsWith("1")) {
                return Integer.parseInt(found.group(1));
            }
            if (line == 0 && !found.matches()) {
                throw new IOException("The answer is not HTTP");
            }
        }
        throw new IOException("The answer has no end");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("The answer is not HTTP");
            }
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
