package dev.wakit.provider.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that make one call each at a time, at most so many; further calls wait their turn. Thread-safe.
 *
 * <p>To wake a thread costs nearly as much as a call. So one at a time is woken, or added, and wakes the next when it takes its call
 * and more are waiting: calls that are answered at once are made by few threads, which do not sleep in between, and slow ones by all.
 */
final class CallThreads {

    private static final long KEEP_IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String prefix;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int threads;
    private int idle;
    private int started;
    private boolean isOneWaking;
    private boolean closed;

    CallThreads(String prefix, int most) {
        this.prefix = prefix;
        this.most = most;
    }

    /**
     * Runs it on one of the threads, as soon as one is free.
     *
     * @throws RejectedExecutionException if they are closed
     */
    void run(Runnable call) {
        lock.lock();
        try {
            if (closed) {
                throw new RejectedExecutionException("closed");
            }
            waiting.add(call);
            if (!isOneWaking && !wakeOne() && threads == 0) {
                waiting.remove(call);
                throw new RejectedExecutionException("no thread could be started");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits is run. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean wakeOne() {
        if (idle > 0) {
            changed.signal();
            isOneWaking = true;
        } else if (threads < most) {
            isOneWaking = start();
        }
        return isOneWaking;
    }

    /** The machine may have no more threads: then those that there are make all calls. */
    private boolean start() {
        started++;
        var thread = new Thread(this::work, prefix + started);
        thread.setDaemon(true);
        try {
            thread.start();
            threads++;
            return true;
        } catch (OutOfMemoryError noMoreThreads) {
            return false;
        }
    }

    private void work() {
        Runnable call = next(true);
        while (call != null) {
            // An interrupt that was meant for the call before, or for whoever was told of its answer, would break this
            // one.
            Thread.interrupted();
            try {
                call.run();
            } catch (Throwable e) {
                Thread self = Thread.currentThread();
                self.getUncaughtExceptionHandler().uncaughtException(self, e);
            }
            call = next(false);
        }
    }

    /** The next call, or none when the thread ends. */
    private @Nullable Runnable next(boolean isNew) {
        lock.lock();
        try {
            if (isNew) {
                isOneWaking = false;
            }
            long left = KEEP_IDLE_NANOS;
            while (waiting.isEmpty()) {
                if (closed || left <= 0) {
                    threads--;
                    return null;
                }
                left = sleep(left);
            }
            Runnable call = waiting.remove();
            if (!waiting.isEmpty() && !isOneWaking) {
                wakeOne();
            }
            return call;
        } finally {
            lock.unlock();
        }
    }

    private long sleep(long nanos) {
        idle++;
        try {
            return changed.awaitNanos(nanos);
        } catch (InterruptedException leftBehind) {
            // Whoever was told of an answer may have left an interrupt behind, which means nothing here.
            return nanos;
        } finally {
            idle--;
            isOneWaking = false;
        }
    }
}
