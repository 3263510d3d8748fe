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
    private final AtomicBoolean beating = new AtomicBoolean();
    private volatile String last = "";
    private volatile boolean gone;

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
        beating.set(true);
        write();
    }

    /** Says that what was followed is gone, and ends. */
    void gone() {
        gone = true;
        write();
    }

    void close() {
        client.close();
    }

    /** One writer at a time: the connection takes no two writes at once. */
    private void write() {
        if (writing.compareAndSet(false, true)) {
            writers.execute(() -> {
                try {
                    next();
                } finally {
                    writing.set(false);
                }
                if (waiting.get() != null || beating.get()) {
                    write();
                }
            });
        }
    }

    private void next() {
        String news = waiting.getAndSet(null);
        boolean beat = beating.getAndSet(false);
        if (gone) {
            client.sendEvent("gone", "{}");
            client.close();
        } else if (news != null) {
            client.sendEvent(EVENT, news);
        } else if (beat) {
            client.sendComment("still here");
        }
    }
}
