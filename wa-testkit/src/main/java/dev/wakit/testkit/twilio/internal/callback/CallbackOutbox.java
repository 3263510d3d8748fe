package dev.wakit.testkit.twilio.internal.callback;

import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Posts a bounded number of due forms at once, and tries again only what its address asks to try again: Twilio keeps nothing.
 *
 * <p>Thread-safe: one lock guards the queue, and nothing slow happens while it is held.
 */
public final class CallbackOutbox {

    private static final long BACKOFF_MILLIS = 100;

    private final Object lock = new Object();
    private final int concurrency;
    private final CallbackPost post;
    private final PendingEvents pending;
    private final RecordedLedger ledger;
    private final Executor workers;
    private final ScheduledExecutorService timer;
    private final Deque<Job> queue = new ArrayDeque<>();
    private boolean paused;
    private int inFlight;

    public CallbackOutbox(
            int concurrency,
            CallbackPost post,
            PendingEvents pending,
            RecordedLedger ledger,
            Executor workers,
            ScheduledExecutorService timer) {
        this.concurrency = concurrency;
        this.post = post;
        this.pending = pending;
        this.ledger = ledger;
        this.workers = workers;
        this.timer = timer;
    }

    /** A form, how often it was tried, and when first, by the monotonic clock. */
    private record Job(Callback callback, int attempts, long firstTried) {}

    public void paused(boolean pause) {
        synchronized (lock) {
            paused = pause;
        }
        pump();
    }

    void add(Callback callback) {
        enqueue(new Job(callback, 0, System.nanoTime()));
    }

    private void enqueue(Job job) {
        synchronized (lock) {
            queue.add(job);
        }
        pump();
    }

    private void pump() {
        List<Job> ready = new ArrayList<>();
        synchronized (lock) {
            while (!paused && inFlight < concurrency && !queue.isEmpty()) {
                ready.add(queue.remove());
                inFlight++;
            }
        }
        ready.forEach(job -> workers.execute(() -> start(job)));
    }

    private void start(Job job) {
        if (job.attempts() == 0 && job.callback().definiteFailure()) {
            ledger.failureAnnounced(job.callback().sid());
        }
        post.post(job.callback(), outcome -> settle(job, outcome));
    }

    private void settle(Job job, PostOutcome outcome) {
        synchronized (lock) {
            inFlight--;
        }
        int attempts = job.attempts() + 1;
        Duration since = Duration.ofNanos(System.nanoTime() - job.firstTried());
        if (outcome == PostOutcome.TAKEN) {
            pending.delivered(1);
        } else if (job.callback().address().override().repeats(outcome, attempts, since)) {
            again(new Job(job.callback(), attempts, job.firstTried()));
        } else {
            pending.dropped(1);
        }
        pump();
    }

    private void again(Job job) {
        try {
            var unused = timer.schedule(() -> enqueue(job), BACKOFF_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing
            pending.dropped(1);
        }
    }
}
