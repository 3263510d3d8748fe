package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.webhook.WebhookReply;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies webhook requests and makes genuine ones durable. Thread-safe. */
final class WebhookIntake implements WebhookEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);

    private static final int WRITERS = 8;
    private static final int WAITING = 32;
    private static final long STORE_WITHIN_MILLIS = 1_000;

    private final EngineCore engine;
    private final ThreadPoolExecutor writers = writers();

    WebhookIntake(EngineCore engine) {
        this.engine = engine;
    }

    @Override
    public WebhookReply receive(ProviderId provider, WebhookRequest request) {
        return receive(engine.settings().tenant(), provider, request);
    }

    @Override
    public WebhookReply receive(TenantId tenant, ProviderId provider, WebhookRequest request) {
        Optional<WhatsAppProvider> known = engine.provider(provider);
        if (known.isEmpty()) {
            return WebhookReply.of(404);
        }
        WebhookCodec codec = known.get().webhooks();
        return switch (request.method()) {
            case "GET" ->
                codec.handshake(request)
                        .map(challenge -> new WebhookReply(200, challenge))
                        .orElseGet(() -> WebhookReply.of(403));
            case "POST" -> post(tenant, provider, codec, request);
            default -> WebhookReply.of(405);
        };
    }

    private WebhookReply post(TenantId tenant, ProviderId provider, WebhookCodec codec, WebhookRequest request) {
        if (request.body().length > MAX_BODY_BYTES) {
            return WebhookReply.of(413);
        }
        SignatureCheck check = codec.verify(request);
        if (check != SignatureCheck.VALID) {
            LOG.warn("Refused a webhook of provider '{}': its signature is {}", provider, check);
            return WebhookReply.of(401);
        }
        if (!store(new InboxEntry(tenant, engine.ids().inbox(), provider, request, engine.now(), 0))) {
            return WebhookReply.of(503);
        }
        engine.wakeWebhooks();
        return WebhookReply.of(200);
    }

    /**
     * Waits a second at most: a BSP that waits longer slows down all its webhooks, and sends again what was answered with 503. An
     * entry that is stored after that is a duplicate, which changes nothing.
     */
    private boolean store(InboxEntry entry) {
        Future<?> stored;
        try {
            stored = writers.submit(() -> engine.stores().inbox().append(entry));
        } catch (RejectedExecutionException full) {
            LOG.warn(
                    "A webhook of provider '{}' was refused with 503: the database does not keep up", entry.provider());
            return false;
        }
        try {
            stored.get(STORE_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            LOG.error(
                    "A webhook of provider '{}' could not be stored; the BSP is asked to send it again",
                    entry.provider(),
                    e.getCause());
            return false;
        } catch (TimeoutException e) {
            LOG.warn(
                    "A webhook of provider '{}' was answered with 503: the database took more than {} ms",
                    entry.provider(),
                    STORE_WITHIN_MILLIS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ThreadPoolExecutor writers() {
        var counter = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                WRITERS, WRITERS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
                    var thread = new Thread(task, "wakit-intake-" + counter.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
