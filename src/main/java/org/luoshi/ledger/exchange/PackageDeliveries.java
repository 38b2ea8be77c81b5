package org.luoshi.ledger.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Hands packages in at the partners' registered hosts and nowhere else: no redirect is followed, nothing of the answer is read but its status,
 * and a partner that does not answer is left after a while.
 */
@Service
public class PackageDeliveries {

    /** The answer's header that names the code of a refusal. */
    static final String REFUSAL = "Luoshi-Refusal";

    static final String DOOR = "/exchange/packages";

    private static final int AT_ONCE = 20;
    private static final long MOST_BYTES = 2L * PackageZip.LARGEST;
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int REFUSALS = 400;
    private static final int FAULTS = 500;
    private static final int SLOWER = 429;

    private final PackageOutbox outbox;
    private final JobsApi jobs;
    private final Duration timeout;
    private final HttpClient client;

    PackageDeliveries(
            PackageOutbox outbox, JobsApi jobs, @Value("${luoshi.ledger.package-timeout:PT2M}") Duration timeout) {
        this.outbox = outbox;
        this.jobs = jobs;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** In the background, after the caller's transaction; where it fails the sweep tries again. */
    public UUID start(UUID packageId, String title, Actor actor) {
        return jobs.start("ledger-package", Map.of("title", title), actor, progress -> {
            deliver(List.of(packageId));
            return new JobOutcome("ledger.packages.job-done", Map.of("title", title), "/ledger/exchange/sent", null);
        });
    }

    @Scheduled(
            initialDelayString = "${luoshi.ledger.packages-every:1m}",
            fixedDelayString = "${luoshi.ledger.packages-every:1m}")
    public void sweep() {
        List<UUID> due = outbox.due(AT_ONCE, MOST_BYTES);
        if (!due.isEmpty()) {
            deliver(due);
        }
    }

    /** All at the same time, so that none waits for another that hangs. */
    private void deliver(List<UUID> ids) {
        Map<PackageOutbox.Due, CompletableFuture<HttpResponse<Void>>> running = new LinkedHashMap<>();
        for (UUID id : ids) {
            Optional<PackageOutbox.Due> due = outbox.claim(id);
            due.ifPresent(
                    one -> running.put(one, client.sendAsync(request(one), HttpResponse.BodyHandlers.discarding())));
        }
        long end = System.nanoTime() + timeout.toNanos();
        running.forEach((due, answer) -> settle(due, answer, end));
    }

    private HttpRequest request(PackageOutbox.Due due) {
        return HttpRequest.newBuilder(URI.create(due.address() + DOOR))
                .timeout(timeout)
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(due.content()))
                .build();
    }

    private void settle(PackageOutbox.Due due, CompletableFuture<HttpResponse<Void>> answer, long end) {
        try {
            HttpResponse<Void> response = answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            read(due, response.statusCode(), response.headers().firstValue(REFUSAL));
        } catch (TimeoutException hanging) {
            answer.cancel(true);
            outbox.notDelivered(due, "ledger.packages.no-answer", false);
        } catch (ExecutionException failed) {
            boolean slow = failed.getCause() instanceof java.net.http.HttpTimeoutException;
            boolean away = failed.getCause() instanceof IOException && !slow;
            outbox.notDelivered(due, away ? "ledger.packages.not-reached" : "ledger.packages.no-answer", false);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
        }
    }

    private void read(PackageOutbox.Due due, int status, Optional<String> refusal) {
        boolean known = refusal.filter(PackageError.REPLAYED.code()::equals).isPresent();
        if (status >= OK && status < REDIRECTS || known) {
            outbox.delivered(due.id());
        } else if (status >= REFUSALS && status < FAULTS && status != SLOWER) {
            outbox.notDelivered(due, refusal.filter(PackageDeliveries::isCode).orElse("ledger.packages.refused"), true);
        } else {
            outbox.notDelivered(due, "ledger.packages.other-status", false);
        }
    }

    /** What a stranger's server says is kept only where it looks like one of our codes. */
    private static boolean isCode(String refusal) {
        return refusal.length() <= 60 && refusal.matches("[a-z-]+(\\.[a-z-]+)+");
    }
}
