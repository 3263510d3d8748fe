package dev.wakit.samples.server.live;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One open page. A slow one misses news in between, never the latest, and holds nobody else up. Thread-safe. */
final class Subscriber {

    private static final String EVENT = "news";

    private final SseClient client;
    private final Executor writers;
    private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile String last = "";

    Subscriber(SseClient client, Executor writers) {
        this.client = client;
        this.writers = writers;
    }

    /** Sends the news unless it is what the page has already. */
    void offer(String news) {
        if (!news.equals(last)) {
            last = news;
            waiting.set(news);
            write();
        }
    }

    /** A sign of life that also finds out whether the page is still there. */
    void beat() {
        writers.execute(() -> client.sendComment("still here"));
    }

    /** Says that what was followed is gone, and ends. */
    void gone() {
        writers.execute(() -> {
            client.sendEvent("gone", "{}");
            client.close();
        });
    }

    void close() {
        client.close();
    }

    private void write() {
        if (writing.compareAndSet(false, true)) {
            writers.execute(() -> {
                String news = waiting.getAndSet(null);
                if (news != null) {
                    client.sendEvent(EVENT, news);
                }
                writing.set(false);
                if (waiting.get() != null) {
                    write();
                }
            });
        }
    }
}
