package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.ledger.exchange.Installations;
import org.luoshi.ledger.exchange.PackageDeliveries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A package goes over the network: once, again later where it was not taken, and never elsewhere. */
@WholeHouse
class PackageDeliveryTests extends NeighbourFixture {

    @Autowired
    private Installations installations;

    @Autowired
    private PackageDeliveries deliveries;

    @LocalServerPort
    private int port;

    @Test
    void overTheNetworkAPackageIsHandedInAndASecondTimeIsKnown() throws IOException, InterruptedException {
        county.compare(county.registered(null));
        byte[] issue = county.issue().sealed();
        assertThat(county.handedIn(issue).statusCode()).isEqualTo(202);
        HttpResponse<String> again = county.handedIn(issue);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Luoshi-Refusal")).contains("ledger.packages.replayed");
        HttpResponse<String> stranger = county.handedIn(new NeighbourOffice("陌生人")
                .draft()
                .says("ISSUE", NeighbourCounty.content())
                .to(county.own())
                .sealed());
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).isEqualTo("ledger.packages.unknown-signer");
    }

    @Test
    void whoHandsInDropByDropDoesNotKeepThePlace() throws IOException {
        try (Socket slow = new Socket("localhost", port)) {
            slow.setSoTimeout(20_000);
            slow.getOutputStream()
                    .write(("POST /exchange/packages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/zip\r\n"
                                    + "Content-Length: 1000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread drops = new Thread(() -> drip(slow));
            drops.setDaemon(true);
            drops.start();
            byte[] answer = slow.getInputStream().readNBytes("HTTP/1.1 503".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
        }
    }

    @Test
    void whoMadeAPackageIsToldThatItWasRefused() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/exchange/packages", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Luoshi-Refusal", "ledger.packages.unknown-signer");
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
        try {
            UUID id = waiting("http://127.0.0.1:" + server.getAddress().getPort());
            clock.set("2026-03-02T12:00:00+08:00");
            deliveries.sweep();
            assertThat(state(id)).isEqualTo("FAILED ledger.packages.unknown-signer");
            assertThat(jdbc.sql(
                                    "select person_id from notices.notice where subject_id = :id and text_key = 'ledger.packages.notice.failed'")
                            .param("id", id)
                            .query(UUID.class)
                            .list())
                    .containsExactly(officer.personId());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void ofOnePartnerOnePackageIsTriedAtATime() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        HttpServer busy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        busy.createContext("/exchange/packages", exchange -> {
            exchange.getRequestBody().readAllBytes();
            tries.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        busy.start();
        try {
            waiting("http://127.0.0.1:" + busy.getAddress().getPort());
            jdbc.sql("""
                            insert into ledger.package_sent (id, kind, partner_id, title, content, made_by, made_by_id, made_at, state, next_try_at)
                            select gen_random_uuid(), kind, partner_id, title, content, made_by, made_by_id, made_at, state, next_try_at
                            from ledger.package_sent, generate_series(1, 5) where id = :id
                            """).param("id", county.idOf("ISSUE")).update();
            clock.set("2026-03-02T12:00:00+08:00");
            deliveries.sweep();
            assertThat(tries).hasValue(1);
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void whatAPartnerDoesNotTakeIsTriedAgainLaterAndNeverSentElsewhere() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        AtomicReference<byte[]> got = new AtomicReference<>(new byte[0]);
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/exchange/packages", exchange -> {
            got.set(exchange.getRequestBody().readAllBytes());
            if (status.get() == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        try {
            county.compare(county.registered(
                    county.unit.shortName(),
                    "http://127.0.0.1:" + server.getAddress().getPort()));
            UUID item = pages.issued("检查渡船", county.unit.id());
            pages.send("/ledger/assignments/" + pages.part(item).id() + "/packages", officer);
            UUID id = county.idOf("ISSUE");
            waitUntil(id, "attempts = 1 and last_error is not null");
            assertThat(state(id)).isEqualTo("WAITING ledger.packages.other-status");
            clock.set("2026-03-02T09:02:00+08:00");
            status.set(302);
            deliveries.sweep();
            assertThat(state(id)).isEqualTo("WAITING ledger.packages.other-status");
            assertThat(elsewhere).hasValue(0);
            clock.set("2026-03-02T09:30:00+08:00");
            status.set(202);
            deliveries.sweep();
            assertThat(state(id)).isEqualTo("DELIVERED null");
            assertThat(NeighbourOffice.read(
                                    Objects.requireNonNull(got.get()),
                                    installations.own().publicKey())
                            .content()
                            .at("/issue/title")
                            .asString())
                    .isEqualTo("检查渡船");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPartnerThatHangsIsCutOffAndDoesNotHoldUpTheOthers() throws IOException {
        HttpServer good = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        good.createContext("/exchange/packages", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        good.start();
        try (ServerSocket hanging = new ServerSocket(0)) {
            UUID hangs = waiting("http://127.0.0.1:" + hanging.getLocalPort());
            county = county.another();
            UUID goes = waiting("http://127.0.0.1:" + good.getAddress().getPort());
            clock.set("2026-03-02T12:00:00+08:00");
            deliveries.sweep();
            assertThat(state(goes)).isEqualTo("DELIVERED null");
            assertThat(state(hangs)).isEqualTo("WAITING ledger.packages.no-answer");
        } finally {
            good.stop(0);
        }
    }

    private static void drip(Socket slow) {
        try {
            while (!slow.isClosed()) {
                slow.getOutputStream().write('x');
                slow.getOutputStream().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
            }
        } catch (IOException over) {
            return;
        }
    }

    /** A package that waits for its next try. */
    private UUID waiting(String address) {
        UUID partner = county.registered(county.unit.shortName());
        county.compare(partner);
        UUID item = pages.issued("巡查水库", county.unit.id());
        pages.send("/ledger/assignments/" + pages.part(item).id() + "/packages", officer);
        UUID id = county.idOf("ISSUE");
        jdbc.sql("update ledger.partner set address = :address where id = :id")
                .param("address", address)
                .param("id", partner)
                .update();
        jdbc.sql(
                        "update ledger.package_sent set state = 'WAITING', next_try_at = '2026-03-02T03:00:00Z' where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private void waitUntil(UUID id, String condition) {
        for (int n = 0; n < 200; n++) {
            boolean reached = jdbc.sql(
                            "select exists (select from ledger.package_sent where id = :id and " + condition + ")")
                    .param("id", id)
                    .query(Boolean.class)
                    .single();
            if (reached) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Not reached: " + condition);
    }

    private String state(UUID id) {
        return jdbc.sql("select state || ' ' || coalesce(last_error, 'null') from ledger.package_sent where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
