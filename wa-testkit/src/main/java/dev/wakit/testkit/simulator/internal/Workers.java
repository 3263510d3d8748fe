package dev.wakit.testkit.simulator.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one simulator: a few that work and one that watches the time. All are daemons. Thread-safe. */
public final class Workers implements AutoCloseable {

    private static final int WORKERS = 16;
    /** One, so that what is due earlier also happens earlier. */
    private static final int TIMERS = 1;

    private final ThreadPoolExecutor executor;
    private final ScheduledThreadPoolExecutor timer;

    private Workers(ThreadPoolExecutor executor, ScheduledThreadPoolExecutor timer) {
        this.executor = executor;
        this.timer = timer;
    }

    public static Workers start() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("worker"),
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
        return new Workers(executor, new ScheduledThreadPoolExecutor(TIMERS, daemons("timer")));
    }

    public Executor executor() {
        return executor;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        executor.shutdownNow();
    }

    private static ThreadFactory daemons(String role) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "wakit-simulator-" + role + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
