package org.luoshi.webhooks.core;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another system of the office: takes messages and answers as it is told to. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    final List<Message> got = new CopyOnWriteArrayList<>();
    volatile int answers = 204;
    volatile String redirectsTo = "";

    record Message(Headers headers, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            got.add(new Message(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (!redirectsTo.isEmpty()) {
                exchange.getResponseHeaders().set("Location", redirectsTo);
            }
            exchange.sendResponseHeaders(answers, -1);
            exchange.close();
        });
        server.start();
    }

    String host() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
