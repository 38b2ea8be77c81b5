package org.luoshi.webhooks.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.luoshi.shared.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits, on a few threads of its own: a receiver that hangs holds one of them for ten seconds, its own messages wait, and those for
 * others go on.
 */
@Component
public class WebhookWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;

    private final WebhookQueue queue;
    private final WebhookGate gate;
    private final WebhookPost post;
    private final WebhookSecrets secrets;
    private final Clock clock;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            WebhookWorker::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    WebhookWorker(WebhookQueue queue, WebhookGate gate, WebhookPost post, WebhookSecrets secrets, Clock clock) {
        this.queue = queue;
        this.gate = gate;
        this.post = post;
        this.secrets = secrets;
        this.clock = clock;
        this.threads.allowCoreThreadTimeOut(true);
    }

    /** Wakes one more sender; as soon as it has found work it wakes another, so that a quiet house has one look a tick. */
    @Scheduled(fixedDelayString = "${luoshi.webhooks.every:PT2S}", initialDelayString = "${luoshi.webhooks.every:PT2S}")
    void tick() {
        threads.execute(this::sendWaiting);
    }

    private void sendWaiting() {
        try {
            while (sendNext()) {
                tick();
            }
        } catch (RuntimeException e) {
            LOG.error("News could not be sent; tried again at the next tick", e);
        }
    }

    /** False when nothing is due. */
    public boolean sendNext() {
        Optional<WebhookQueue.Claimed> next = queue.claim();
        next.ifPresent(message -> queue.ended(message, attempt(message)));
        return next.isPresent();
    }

    private WebhookQueue.Tried attempt(WebhookQueue.Claimed message) {
        long start = System.nanoTime();
        try {
            URI address = gate.require(message.address());
            InetAddress checked = gate.resolve(address);
            byte[] word = secrets.open(message.subscriptionId(), message.secret());
            Map<String, String> headers =
                    WebhookSignature.headers(message.eventId().toString(), clock.instant(), message.body(), word);
            int status = post.send(address, checked, headers, message.body(), LIMIT);
            return new WebhookQueue.Tried(status, null, since(start));
        } catch (BusinessException e) {
            return new WebhookQueue.Tried(null, e.error().code(), since(start));
        } catch (IOException | RuntimeException e) {
            return new WebhookQueue.Tried(null, String.valueOf(e.getMessage()), since(start));
        }
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
