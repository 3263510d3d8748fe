package dev.wakit.provider.twilio.internal.content;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that asks Twilio for Contents while sends wait for the answer; it ends when it has nothing to do. Thread-safe.
 */
public final class ContentThread implements Executor, AutoCloseable {

    private static final int KEEP_ALIVE_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    /** A thread that begins with the first question. */
    public ContentThread() {
        pool = new ThreadPoolExecutor(1, 1, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "wakit-twilio-content");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable question) {
        pool.execute(question);
    }

    /** Takes no more questions; those that were asked are answered still. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
