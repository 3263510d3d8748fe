package dev.wakit.testkit.meta.internal.webhook;

import dev.wakit.testkit.meta.internal.WebhookRules;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects due events into batches, posts a bounded number of batches at once, and tries again what was not taken.
 *
 * <p>Thread-safe: one lock guards the queues, and nothing slow happens while it is held.
 */
public final class WebhookOutbox {

    private static final long FIRST_BACKOFF = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_BACKOFF = TimeUnit.SECONDS.toNanos(2);
    private static final long NEVER = Long.MAX_VALUE;

    private final Object lock = new Object();
    private final WebhookRules rules;
    private final WebhookPost post;
    private final PendingEvents pending;
    private final RecordedLedger ledger;
    private final Executor workers;
    private final ScheduledExecutorService timer;
    private final long origin = System.nanoTime();
    private final Deque<Fresh> fresh = new ArrayDeque<>();
    private final PriorityQueue<Batch> retries = new PriorityQueue<>(Comparator.comparingLong(Batch::due));
    private @Nullable URI target;
    private boolean paused;
    private boolean subscribed = true;
    private int inFlight;
    private int unreachable;
    private long blockedUntil;
    private long wakeAt = NEVER;

    public WebhookOutbox(
            WebhookRules rules,
            WebhookPost post,
            PendingEvents pending,
            RecordedLedger ledger,
            Executor workers,
            ScheduledExecutorService timer) {
        this.rules = rules;
        this.post = post;
        this.pending = pending;
        this.ledger = ledger;
        this.workers = workers;
        this.timer = timer;
    }

    /** An event that was never posted. */
    private record Fresh(WebhookEvent event, long since) {}

    /** Events that travel together, how often they were tried, since when, and when they are due. */
    private record Batch(List<WebhookEvent> events, int attempts, long firstTried, long due) {}

    /** Sends to the given address from now on; events that come due without a target are dropped. */
    public void target(URI uri) {
        synchronized (lock) {
            target = uri;
            blockedUntil = 0;
        }
        pump();
    }

    public void paused(boolean pause) {
        synchronized (lock) {
            paused = pause;
        }
        pump();
    }

    /** While the app is not subscribed, events that come due are dropped. */
    public void subscribed(boolean isSubscribed) {
        synchronized (lock) {
            subscribed = isSubscribed;
        }
    }

    void add(WebhookEvent event) {
        synchronized (lock) {
            if (target != null && subscribed) {
                fresh.add(new Fresh(event, now()));
            } else {
                pending.dropped(1);
                return;
            }
        }
        pump();
    }

    private void pump() {
        List<Batch> ready = new ArrayList<>();
        URI address;
        synchronized (lock) {
            address = target;
            if (address == null) {
                return;
            }
            long now = now();
            while (canStart(now) && nextDue() <= now) {
                ready.add(next(now));
                inFlight++;
            }
            wakeForRest(now);
        }
        for (Batch batch : ready) {
            workers.execute(() -> start(batch, address));
        }
    }

    private boolean canStart(long now) {
        return !paused && inFlight < rules.concurrency() && blockedUntil <= now;
    }

    /** When the next batch may go: a retry at its time, new events when the batch is full or has waited long enough. */
    private long nextDue() {
        Batch retry = retries.peek();
        Fresh oldest = fresh.peek();
        long freshDue =
                oldest == null ? NEVER : oldest.since() + rules.batchWindow().toNanos();
        if (fresh.size() >= rules.batchSize()) {
            freshDue = 0;
        }
        return Math.min(retry == null ? NEVER : retry.due(), freshDue);
    }

    private Batch next(long now) {
        Batch retry = retries.peek();
        if (retry != null && retry.due() <= now) {
            retries.remove();
            return retry;
        }
        List<WebhookEvent> events = new ArrayList<>();
        // A body is of one object.
        String object = fresh.element().event().object();
        while (events.size() < rules.batchSize()
                && !fresh.isEmpty()
                && fresh.element().event().object().equals(object)) {
            events.add(fresh.remove().event());
        }
        return new Batch(events, 0, now, now);
    }

    private void wakeForRest(long now) {
        if (paused || inFlight >= rules.concurrency()) {
            return;
        }
        long due = nextDue();
        if (due == NEVER) {
            return;
        }
        due = Math.max(due, blockedUntil);
        if (due < wakeAt) {
            wakeAt = due;
            wakeAfter(due - now);
        }
    }

    private void wakeAfter(long nanos) {
        try {
            var unused = timer.schedule(this::wake, Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing
            wakeAt = NEVER;
        }
    }

    private void wake() {
        synchronized (lock) {
            wakeAt = NEVER;
        }
        pump();
    }

    private void start(Batch batch, URI address) {
        if (batch.attempts() == 0) {
            batch.events().stream()
                    .filter(WebhookEvent::definiteFailure)
                    .forEach(event -> ledger.failureAnnounced(event.wamid()));
        }
        post.post(address, batch.events(), outcome -> settle(batch, outcome));
    }

    private void settle(Batch batch, WebhookPost.Outcome outcome) {
        synchronized (lock) {
            inFlight--;
            unreachable = outcome == WebhookPost.Outcome.UNREACHABLE ? unreachable + 1 : 0;
            if (outcome != WebhookPost.Outcome.TAKEN) {
                retry(batch, outcome);
            }
        }
        if (outcome == WebhookPost.Outcome.TAKEN) {
            pending.delivered(batch.events().size());
        }
        pump();
    }

    private void retry(Batch batch, WebhookPost.Outcome outcome) {
        long now = now();
        if (now - batch.firstTried() > rules.retryFor().toNanos()) {
            pending.dropped(batch.events().size());
            return;
        }
        long due = now + backoff(batch.attempts());
        if (outcome == WebhookPost.Outcome.UNREACHABLE) {
            // nobody listens: the whole target waits, so that a long queue is not tried batch by batch
            due = now + backoff(unreachable - 1);
            blockedUntil = Math.max(blockedUntil, due);
        }
        retries.add(new Batch(batch.events(), batch.attempts() + 1, batch.firstTried(), due));
    }

    private static long backoff(int attempts) {
        return Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(Math.max(0, attempts), 5));
    }

    private long now() {
        return System.nanoTime() - origin;
    }
}
