package dev.wakit.campaign.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loop on a daemon thread of its own, which goes on after an error, and after an interrupt that did not come from {@link
 * #interrupt}: a listener may leave one behind. Thread-safe.
 */
final class ThreadLoop implements Loop {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);
    private static final long ERROR_PAUSE_MILLIS = 500;

    private final String name;
    private final Wake wake;
    private final Step step;
    private final Thread thread;
    private volatile boolean ended;

    private ThreadLoop(String name, Wake wake, Step step) {
        this.name = name;
        this.wake = wake;
        this.step = step;
        this.thread = new Thread(this::run, "wakit-" + name);
        this.thread.setDaemon(true);
    }

    static Loop start(String name, Wake wake, Step step) {
        var loop = new ThreadLoop(name, wake, step);
        loop.thread.start();
        return loop;
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void end() {
        ended = true;
        wake.wake();
    }

    @Override
    public boolean join(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
        return !thread.isAlive();
    }

    @Override
    public void interrupt() {
        ended = true;
        thread.interrupt();
    }

    private void run() {
        try {
            while (!ended) {
                try {
                    long wait = step();
                    if (wait == Step.END) {
                        return;
                    }
                    if (wait > 0) {
                        wake.await(wait);
                    }
                } catch (InterruptedException stop) {
                    if (ended) {
                        throw stop;
                    }
                    LOG.warn("The loop '{}' was interrupted by somebody who does not own it and goes on", name);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private long step() throws InterruptedException {
        try {
            return step.once();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Throwable e) {
            // The root of a thread: an Error of a listener or a renderer must not end it silently.
            LOG.error("The loop '{}' could not finish a step and tries again", name, e);
            wake.awaitMillis(ERROR_PAUSE_MILLIS);
            return 0;
        }
    }
}
