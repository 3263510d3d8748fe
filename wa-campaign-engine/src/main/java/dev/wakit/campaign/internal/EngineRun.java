package dev.wakit.campaign.internal;

import dev.wakit.campaign.worker.RunSummary;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of an engine: started until it is closed, or for a while at a time. Thread-safe. */
final class EngineRun {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRun.class);
    private static final long POLL_MILLIS = 20;
    private static final long IDLE_POLL_MILLIS = 200;
    private static final long RELEASE_MILLIS = 5_000;
    private static final long END_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(20);
    private static final long FLUSH_SHARE = 10;

    private enum Phase {
        NEW,
        STARTED,
        LIMITED,
        CLOSED
    }

    private final EngineCore engine;
    private final EngineLoops loops;
    private final Workload workload;
    private final Wake wake = new Wake();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean hurried;
    private Phase phase = Phase.NEW;
    private boolean isAwaited;

    EngineRun(EngineCore engine, EngineLoops loops) {
        this.engine = engine;
        this.loops = loops;
        this.workload = new Workload(engine);
    }

    synchronized void start() {
        if (phase == Phase.LIMITED) {
            throw new IllegalStateException("The engine is in runFor(...). Start it after that has returned.");
        }
        if (phase == Phase.NEW && !closing) {
            phase = Phase.STARTED;
            begin();
        }
    }

    boolean isIdle() {
        return workload.isIdle();
    }

    RunSummary runFor(Duration budget) {
        if (budget.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("The budget is " + budget + ". Use at least 1 second.");
        }
        long begun = engine.nanos();
        long sent = engine.tally().sent();
        long webhooks = engine.tally().webhooks();
        enterLimited();
        Duration third = budget.dividedBy(3);
        long reserve = (third.compareTo(LONGEST_RESERVE) < 0 ? third : LONGEST_RESERVE).toNanos();
        boolean idle = false;
        try {
            begin();
            long beginUntil = begun + budget.toNanos() - reserve;
            while (!closing && !idle && engine.nanos() - beginUntil < 0) {
                engine.settings().loops().sleep(wake, TimeUnit.MILLISECONDS.toNanos(IDLE_POLL_MILLIS));
                idle = workload.isIdle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop(begun + budget.toNanos() - reserve / FLUSH_SHARE);
            leaveLimited();
        }
        return new RunSummary(
                engine.tally().sent() - sent,
                engine.tally().webhooks() - webhooks,
                workload.left(),
                idle,
                Duration.ofNanos(engine.nanos() - begun));
    }

    private synchronized void enterLimited() {
        if (phase != Phase.NEW || closing) {
            throw new IllegalStateException("runFor(...) needs an engine that is neither started nor closed,"
                    + " and not in another such call.");
        }
        phase = Phase.LIMITED;
    }

    private synchronized void leaveLimited() {
        phase = closing ? Phase.CLOSED : Phase.NEW;
        notifyAll();
    }

    private void begin() {
        loops.start();
        engine.laneKeeper().start();
    }

    void close() {
        boolean isListener = engine.notifier().isTelling();
        boolean isFirst = enterClosing(!isListener);
        if (isListener) {
            // The end waits for the engine's threads, and this is one of them.
            if (isFirst) {
                engine.settings().loops().start("close", new Wake(), () -> {
                    finishAndSay();
                    return Loop.Step.END;
                });
            }
        } else if (isFirst) {
            finishAndSay();
        } else {
            awaitClosed();
        }
    }

    private void finishAndSay() {
        try {
            finish();
        } finally {
            closed.countDown();
        }
    }

    /** Only somebody who waits can become impatient: a second caller hurries the first, a listener nobody. */
    private synchronized boolean enterClosing(boolean waits) {
        boolean isFirst = !closing;
        closing = true;
        if (waits && isAwaited) {
            hurried = true;
            wake.wake();
        }
        isAwaited |= waits;
        return isFirst;
    }

    private void finish() {
        wake.wake();
        Phase left;
        synchronized (this) {
            awaitLimited();
            left = phase;
            phase = Phase.CLOSED;
        }
        if (left == Phase.STARTED) {
            stop(engine.nanos() + engine.drainLimit().toNanos());
        }
    }

    // The caller of runFor ends its own run; there is nothing else to stop then.
    private synchronized void awaitLimited() {
        boolean interrupted = false;
        while (phase == Phase.LIMITED) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                hurried = true;
                wake.wake();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins nothing more, waits for answers until then, writes them, gives everything back. */
    private void stop(long answersUntilNanos) {
        boolean interrupted = Thread.interrupted();
        loops.halt();
        engine.laneKeeper().halt();
        interrupted |= !drained(answersUntilNanos);
        interrupted |= !released();
        try {
            loops.end(engine.nanos() + END_NANOS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns false if it was interrupted, which cuts the wait short as a second close does. */
    private boolean drained(long untilNanos) {
        try {
            while (!engine.laneKeeper().endSome() && !hurried && engine.nanos() - untilNanos < 0) {
                engine.settings().loops().sleep(wake, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** On a loop of its own, so that a database that does not answer cannot hold the end up. */
    private boolean released() {
        Loop releasing = engine.settings().loops().start("release", new Wake(), () -> {
            engine.laneKeeper().release();
            engine.heartbeat().leave();
            return Loop.Step.END;
        });
        try {
            if (!releasing.join(RELEASE_MILLIS)) {
                LOG.warn(
                        "The lanes could not be given back within {} ms; they are free when their leases end",
                        RELEASE_MILLIS);
                releasing.interrupt();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
