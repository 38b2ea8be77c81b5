package org.luoshi.webhooks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.ClockForTests;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.notices.NoticesApi;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.ErrorCode;
import org.luoshi.shared.Role;
import org.luoshi.webhooks.WebhookEvent;
import org.luoshi.webhooks.WebhookTypes;
import org.luoshi.webhooks.WebhooksApi;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages to other systems, sent for real over sockets of this machine. */
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class, WebhooksModuleTests.Outside.class})
@TestPropertySource(
        properties = {"luoshi.webhooks.every=P1D", "luoshi.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="})
class WebhooksModuleTests {

    private static final Actor SYSTEM_ADMINISTRATOR = administrator("钱系统", Role.SYSTEM_ADMINISTRATOR);
    private static final Actor SECURITY_ADMINISTRATOR = administrator("孙安全", Role.SECURITY_ADMINISTRATOR);
    private static final Actor OFFICER = new Actor(UUID.randomUUID(), "周慎行", List.of(), Set.of());

    /** Names that only these tests know. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Outside {

        private static final Map<String, List<String>> NAMES = new ConcurrentHashMap<>();
        private static final AtomicInteger LOOK_UPS = new AtomicInteger();

        @Bean
        @Primary
        HostLookup invented() {
            return host -> {
                LOOK_UPS.incrementAndGet();
                List<String> known = NAMES.getOrDefault(host, List.of(host));
                if (known.isEmpty()) {
                    throw new UnknownHostException(host);
                }
                return known.stream().map(Outside::address).toList();
            };
        }

        @Bean
        WebhookTypes types() {
            return () -> List.of("item.filed", "item.closed");
        }

        private static InetAddress address(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Autowired
    private WebhooksApi webhooks;

    @Autowired
    private WebhookService service;

    @Autowired
    private WebhookQueries queries;

    @Autowired
    private WebhookAllowances allowances;

    @Autowired
    private WebhookWorker worker;

    @Autowired
    private WebhookQueue queue;

    @Autowired
    private WebhookSecrets secrets;

    @Autowired
    private WebhookCleanup cleanup;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @MockitoBean
    private HistoryApi history;

    @MockitoBean
    private NoticesApi notices;

    @MockitoBean
    private AccessApi access;

    private Receiver receiver;

    @BeforeEach
    void aReceiver() throws IOException {
        clock.set(TestClock.START);
        jdbc.sql("delete from webhooks.subscription").update();
        receiver = new Receiver();
        when(notices.houseAddress(any())).thenReturn("https://luoshi.example.org");
        when(access.holders(Role.SYSTEM_ADMINISTRATOR)).thenReturn(List.of(SYSTEM_ADMINISTRATOR.personId()));
        allow(receiver.host(), "127.0.0.0/8");
    }

    @AfterEach
    void gone() {
        receiver.close();
        clock.set(TestClock.START);
    }

    @Test
    void aMessageIsSignedAsReceiversExpectItAndSaysNoMoreThanItMay() throws Exception {
        WebhookService.WebhookMade made = subscribe("item.filed");
        publish("item.filed");
        assertThat(worker.sendNext()).isTrue();
        assertThat(worker.sendNext()).isFalse();

        Receiver.Message message = receiver.got.get(0);
        assertThat(message.body())
                .contains("\"type\":\"item.filed\"", "\"number\":\"督办〔2026〕12号\"")
                .contains("\"link\":\"https://luoshi.example.org/ledger/items/7\"");
        String signed = message.header("webhook-id") + "." + message.header("webhook-timestamp") + "." + message.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(made.secret().substring("whsec_".length())), "HmacSHA256"));
        assertThat(message.header("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(message.header("webhook-timestamp")).isEqualTo(String.valueOf(TestClock.START.getEpochSecond()));
        assertThat(last(made.id())).satisfies(one -> {
            assertThat(one.state()).isEqualTo(WebhookDelivery.State.SENT);
            assertThat(one.lastStatus()).isEqualTo(204);
        });
    }

    @Test
    void theSignatureIsThatOfThePublishedExample() {
        byte[] word = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(WebhookSignature.headers(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        java.time.Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}",
                        word))
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aChangeThatIsRolledBackIsToldToNobodyAndNothingIsToldOutsideOne() {
        subscribe("item.filed");
        transaction.executeWithoutResult(status -> {
            webhooks.publish(filed());
            status.setRollbackOnly();
        });
        assertThat(worker.sendNext()).isFalse();
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> webhooks.publish(filed()));
    }

    @Test
    void onlyWhatWasAskedForIsSent() {
        subscribe("item.closed");
        publish("item.filed");
        assertThat(worker.sendNext()).isFalse();
    }

    @Test
    void nothingIsSentWhereNoHostIsAllowedAndAHostTakenFromTheListStopsAtOnce() {
        UUID id = subscribe("item.filed").id();
        publish("item.filed");
        allow("", "");
        refused(() -> subscribe("item.filed"), WebhookError.HOST_NOT_ALLOWED);
        worker.sendNext();
        assertThat(receiver.got).isEmpty();
        assertThat(last(id).lastFailure()).isEqualTo("webhooks.host-not-allowed");
    }

    @Test
    void innerAddressesNeedTheirNetworkOnTheListHoweverTheyAreWritten() {
        allow(
                "oa.example.org inner.example.org mapped.example.org mixed.example.org http://127.0.0.1:80"
                        + " http://169.254.169.254 [::1]:8443",
                "10.20.0.0/16");
        Outside.NAMES.put("oa.example.org", List.of("10.20.3.4"));
        Outside.NAMES.put("inner.example.org", List.of("10.21.3.4"));
        Outside.NAMES.put("mapped.example.org", List.of("::ffff:192.168.1.1"));
        Outside.NAMES.put("mixed.example.org", List.of("198.41.0.4", "127.0.0.1"));
        Outside.NAMES.put("gone.example.org", List.of());
        assertThat(make("https://oa.example.org/hook").id()).isNotNull();
        for (String inner : List.of(
                "https://inner.example.org/",
                "https://mapped.example.org/",
                "https://mixed.example.org/",
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "https://[::1]:8443/")) {
            refused(() -> make(inner), WebhookError.INNER_ADDRESS);
        }
    }

    @Test
    void oddAddressesAreRefused() {
        allow("oa.example.org gone.example.org", "");
        Outside.NAMES.put("gone.example.org", List.of());
        for (String odd : List.of(
                "",
                "oa.example.org",
                "ftp://oa.example.org/",
                "https://user@oa.example.org/",
                "https://oa.example.org/#a",
                "https:///x",
                "https://oa.example.org/\r\nX: y",
                "file:///etc/passwd")) {
            refused(() -> make(odd), WebhookError.BAD_ADDRESS);
        }
        refused(() -> make("http://oa.example.org:443/"), WebhookError.HTTPS_ONLY);
        refused(() -> make("https://oa.example.org:8443/"), WebhookError.HOST_NOT_ALLOWED);
        refused(() -> make("https://oa.example.org.evil.example/"), WebhookError.HOST_NOT_ALLOWED);
        refused(() -> make("https://gone.example.org/"), WebhookError.HOST_UNKNOWN);
    }

    @Test
    void aNameThatPointsElsewhereNextTimeIsLookedUpOnceForEachMessage() {
        allow(receiver.host().replace("127.0.0.1", "turning.example.org"), "127.0.0.0/8");
        Outside.NAMES.put("turning.example.org", List.of("127.0.0.1"));
        make(receiver.host().replace("127.0.0.1", "turning.example.org"));
        publish("item.filed");
        Outside.LOOK_UPS.set(0);
        worker.sendNext();
        assertThat(receiver.got).hasSize(1);
        assertThat(receiver.got.get(0).header("Host")).startsWith("turning.example.org:");
        assertThat(Outside.LOOK_UPS).hasValue(1);
    }

    @Test
    void anAddressInCapitalsIsNotSentInTheClear() {
        UUID id = make(receiver.host().replace("http:", "HTTPS:")).id();
        publish("item.filed");
        worker.sendNext();
        assertThat(receiver.got).isEmpty();
        assertThat(last(id).lastFailure()).isNotNull();
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (Receiver other = new Receiver()) {
            receiver.answers = 307;
            receiver.redirectsTo = other.host();
            UUID id = subscribe("item.filed").id();
            publish("item.filed");
            worker.sendNext();
            assertThat(other.got).isEmpty();
            assertThat(last(id).lastStatus()).isEqualTo(307);
            assertThat(last(id).state()).isEqualTo(WebhookDelivery.State.WAITING);
        }
    }

    @Test
    void aFailureIsTriedAgainWithGrowingGapsUnderTheSameIdAndThenGivenUp() {
        receiver.answers = 500;
        UUID id = subscribe("item.filed").id();
        publish("item.filed");
        assertThat(worker.sendNext()).isTrue();
        assertThat(worker.sendNext()).isFalse();
        clock.advance(Duration.ofSeconds(5));
        assertThat(worker.sendNext()).isTrue();
        clock.advance(Duration.ofMinutes(4));
        assertThat(worker.sendNext()).isFalse();
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofHours(25));
            assertThat(worker.sendNext()).isTrue();
        }
        assertThat(last(id).state()).isEqualTo(WebhookDelivery.State.WAITING);
        clock.advance(Duration.ofHours(25));
        assertThat(worker.sendNext()).isTrue();
        assertThat(last(id).state()).isEqualTo(WebhookDelivery.State.DEAD);
        assertThat(receiver.got.stream()
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .hasSize(1);

        // Ten failures over days: paused as well, and the administrator knows.
        assertThat(queries.one(id, SYSTEM_ADMINISTRATOR).pausedWhy()).isEqualTo(WebhookSubscription.Why.FAILING);
        verify(notices).tell(any());

        receiver.answers = 200;
        service.resume(id, SYSTEM_ADMINISTRATOR);
        service.sendAgain(id, last(id).id(), SYSTEM_ADMINISTRATOR);
        assertThat(worker.sendNext()).isTrue();
        assertThat(last(id).state()).isEqualTo(WebhookDelivery.State.SENT);
        assertThat(queries.one(id, SYSTEM_ADMINISTRATOR).failures()).isZero();
    }

    @Test
    void aReceiverThatIsDownForAMomentIsNotPausedHoweverMuchHappens() {
        receiver.answers = 503;
        UUID id = subscribe("item.filed").id();
        for (int i = 0; i < 15; i++) {
            publish("item.filed");
            worker.sendNext();
        }
        assertThat(queries.one(id, SYSTEM_ADMINISTRATOR).isActive()).isTrue();
    }

    @Test
    void aReceiverThatSaysGoneIsAskedNoMore() {
        receiver.answers = 410;
        UUID id = subscribe("item.filed").id();
        publish("item.filed");
        worker.sendNext();
        assertThat(queries.one(id, SYSTEM_ADMINISTRATOR).pausedWhy()).isEqualTo(WebhookSubscription.Why.GONE);
        publish("item.filed");
        assertThat(worker.sendNext()).isFalse();
        service.resume(id, SYSTEM_ADMINISTRATOR);
        receiver.answers = 200;
        assertThat(worker.sendNext()).isTrue();
        assertThat(worker.sendNext()).isTrue();
        assertThat(queries.one(id, SYSTEM_ADMINISTRATOR).waiting()).isZero();
    }

    @Test
    void twoServersNeverTakeTheSameMessageAndOneReceiverGetsOneAtATime() throws Exception {
        subscribe("item.filed");
        subscribe("item.filed");
        for (int i = 0; i < 10; i++) {
            publish("item.filed");
        }
        var first = queue.claim().orElseThrow();
        var second = queue.claim().orElseThrow();
        assertThat(second.subscriptionId()).isNotEqualTo(first.subscriptionId());
        assertThat(queue.claim()).isEmpty();
        // A server that died with it gives it back after a while.
        clock.advance(Duration.ofMinutes(2));
        var servers = List.of(sendingAll(), sendingAll(), sendingAll());
        for (var server : servers) {
            server.get(20, TimeUnit.SECONDS);
        }
        while (worker.sendNext()) {
            // what one server left to the other
        }
        assertThat(receiver.got.stream().map(message -> message.header("webhook-id") + message.header("x")))
                .hasSize(20);
    }

    private CompletableFuture<Void> sendingAll() {
        return CompletableFuture.runAsync(() -> {
            while (worker.sendNext()) {
                // the next one
            }
        });
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElseAndIsCutOff() throws Exception {
        WebhookPost post =
                new WebhookPost((javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault());
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            java.net.URI address = java.net.URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            long start = System.nanoTime();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> post.send(
                            address, InetAddress.getByName("127.0.0.1"), Map.of(), "{}", Duration.ofMillis(300)))
                    .withMessageContaining("No answer within");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

            allow(receiver.host() + " http://127.0.0.1:" + silent.getLocalPort(), "127.0.0.0/8");
            make("http://127.0.0.1:" + silent.getLocalPort() + "/");
            subscribe("item.filed");
            publish("item.filed");
            var hanging = queue.claim().orElseThrow();
            assertThat(hanging.address()).contains(String.valueOf(silent.getLocalPort()));
            assertThat(worker.sendNext()).isTrue();
            assertThat(receiver.got).hasSize(1);
        } finally {
            post.destroy();
        }
    }

    @Test
    void anAnswerThatDripsOrIsNotHttpIsCutOff() throws Exception {
        WebhookPost post =
                new WebhookPost((javax.net.ssl.SSLSocketFactory) javax.net.ssl.SSLSocketFactory.getDefault());
        try (ServerSocket odd = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            java.net.URI address = java.net.URI.create("http://127.0.0.1:" + odd.getLocalPort() + "/");
            CompletableFuture.runAsync(() -> drip(odd));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> post.send(
                            address, InetAddress.getByName("127.0.0.1"), Map.of(), "{}", Duration.ofMillis(400)));
        } finally {
            post.destroy();
        }
    }

    /** A letter each 50 ms, so that no single read ever takes too long. */
    private static void drip(ServerSocket server) {
        try (var socket = server.accept()) {
            for (int i = 0; i < 200; i++) {
                socket.getOutputStream().write('H');
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            // cut off, as it should be
        }
    }

    @Test
    void theSecretIsShownOnceKeptLockedAndWorthNothingOnceRenewed() {
        WebhookService.WebhookMade made = subscribe("item.filed");
        byte[] kept = jdbc.sql("select secret from webhooks.subscription where id = :id")
                .param("id", made.id())
                .query(byte[].class)
                .single();
        assertThat(WebhookSecrets.shown(secrets.open(made.id(), kept))).isEqualTo(made.secret());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(made.secret());
        refused(() -> secrets.open(UUID.randomUUID(), kept), WebhookError.SECRET_UNREADABLE);
        assertThat(service.renewSecret(made.id(), SYSTEM_ADMINISTRATOR).secret())
                .isNotEqualTo(made.secret());
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new WebhookSecrets("c2hvcnQ=", java.nio.file.Path.of("target")).lock(made.id(), new byte[1]));
    }

    @Test
    void eachAdministratorDoesTheirPartAndNobodyElseAny() {
        refused(() -> service.make(wanted(receiver.host()), SECURITY_ADMINISTRATOR), WebhookError.NOT_YOURS);
        refused(() -> allowances.change("a.example.org", "", SYSTEM_ADMINISTRATOR), WebhookError.NOT_YOURS);
        refused(() -> queries.all(OFFICER), WebhookError.NOT_YOURS);
        refused(() -> allowances.change("http://user@a", "", SECURITY_ADMINISTRATOR), WebhookError.BAD_HOST);
        refused(() -> allowances.change("a.example.org:99999", "", SECURITY_ADMINISTRATOR), WebhookError.BAD_HOST);
        refused(() -> allowances.change("a", "10.0.0.0/33", SECURITY_ADMINISTRATOR), WebhookError.BAD_NETWORK);
        refused(() -> allowances.change("a", "example.org/8", SECURITY_ADMINISTRATOR), WebhookError.BAD_NETWORK);
        assertThat(allowances.now().hosts()).isEqualTo(receiver.host());
    }

    @Test
    void onThePageASubscriptionIsMadeTestedAndItsSecretShownOnce() {
        var form = mvc.post()
                .uri("/webhooks")
                .param("name", "办公系统")
                .param("address", receiver.host() + "/hook?x=1")
                .param("types", "item.filed")
                .with(SignedIn.as(SYSTEM_ADMINISTRATOR));
        assertThat(form).hasStatus(200).bodyText().contains("whsec_", "办公系统");
        UUID id = queries.all(SYSTEM_ADMINISTRATOR).get(0).id();
        assertThat(mvc.get().uri("/webhooks/" + id).with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .bodyText()
                .doesNotContain("whsec_");
        assertThat(mvc.post().uri("/webhooks/" + id + "/test").with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .hasStatus(302);
        worker.sendNext();
        assertThat(receiver.got.get(0).body()).contains("webhooks.test");
        assertThat(mvc.get().uri("/webhooks/" + id).with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .bodyText()
                .contains("204");
        assertThat(mvc.get().uri("/webhooks").with(SignedIn.as(OFFICER))).hasStatus(403);
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        assertThat(mvc.post()
                        .uri("/webhooks")
                        .param("name", "邻居")
                        .param("address", "https://elsewhere.example.org/")
                        .param("types", "item.filed")
                        .with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .hasStatus(422)
                .bodyText()
                .contains("邻居", "https://elsewhere.example.org/", "address-error");
        assertThat(mvc.post()
                        .uri("/webhooks/allowance")
                        .param("hosts", "a b%c")
                        .param("networks", "10.1.0.0/16")
                        .with(SignedIn.as(SECURITY_ADMINISTRATOR)))
                .hasStatus(422)
                .bodyText()
                .contains("a b%c", "10.1.0.0/16");
    }

    @Test
    void programsDoTheSameByApi() {
        String body = "{\"name\":\"程序\",\"address\":\"" + receiver.host() + "/\",\"types\":[\"item.filed\"]}";
        assertThat(mvc.post()
                        .uri("/api/v1/webhooks")
                        .contentType("application/json")
                        .content(body)
                        .with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .hasStatus(201)
                .bodyText()
                .contains("whsec_");
        publish("item.filed");
        worker.sendNext();
        UUID id = queries.all(SYSTEM_ADMINISTRATOR).get(0).id();
        assertThat(mvc.get().uri("/api/v1/webhooks/" + id + "/deliveries").with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .bodyText()
                .contains("\"SENT\"");
        assertThat(mvc.get().uri("/api/v1/webhooks").with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .bodyText()
                .doesNotContain("whsec_");
        assertThat(mvc.delete().uri("/api/v1/webhooks/" + id).with(SignedIn.as(SYSTEM_ADMINISTRATOR)))
                .hasStatus(204);
        assertThat(queries.all(SYSTEM_ADMINISTRATOR)).isEmpty();
    }

    @Test
    void oldMessagesAreForgottenWhatWasGivenUpLater() {
        UUID id = subscribe("item.filed").id();
        publish("item.filed");
        worker.sendNext();
        publish("item.filed");
        jdbc.sql("update webhooks.delivery set state = 'DEAD' where state = 'WAITING'")
                .update();
        clock.advance(Duration.ofDays(31));
        cleanup.forget();
        assertThat(queries.lastOf(id, SYSTEM_ADMINISTRATOR)).hasSize(1);
        clock.advance(Duration.ofDays(60));
        cleanup.forget();
        assertThat(queries.lastOf(id, SYSTEM_ADMINISTRATOR)).isEmpty();
    }

    private WebhookService.WebhookMade subscribe(String type) {
        return service.make(new NewWebhook("接收系统", receiver.host() + "/hook", List.of(type)), SYSTEM_ADMINISTRATOR);
    }

    private WebhookService.WebhookMade make(String address) {
        return service.make(wanted(address), SYSTEM_ADMINISTRATOR);
    }

    private static NewWebhook wanted(String address) {
        return new NewWebhook("接收系统", address, List.of("item.filed"));
    }

    private void allow(String hosts, String networks) {
        allowances.change(hosts, networks, SECURITY_ADMINISTRATOR);
    }

    private void publish(String type) {
        transaction.executeWithoutResult(
                status -> webhooks.publish(new WebhookEvent(type, filed().data(), filed().href())));
    }

    private static WebhookEvent filed() {
        return new WebhookEvent("item.filed", Map.of("number", "督办〔2026〕12号"), "/ledger/items/7");
    }

    private WebhookDelivery last(UUID id) {
        return queries.lastOf(id, SYSTEM_ADMINISTRATOR).get(0);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode error) {
        assertThatExceptionOfType(BusinessException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private static Actor administrator(String name, Role role) {
        return new Actor(UUID.randomUUID(), name, List.of(), Set.of(role));
    }
}
