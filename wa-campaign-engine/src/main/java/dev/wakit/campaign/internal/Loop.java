package dev.wakit.campaign.internal;

import java.util.concurrent.Executor;

/** A step that is run again and again until the loop ends. Thread-safe. */
interface Loop {

    /** One step. Belongs to the loop's thread. */
    @FunctionalInterface
    interface Step {

        /** What a step returns to end its loop. */
        long END = -1;

        /** Does something. Returns for how many nanoseconds there is nothing more to do, 0 for none, or {@link #END}. */
        long once() throws InterruptedException;
    }

    /** Starts loops: each on a thread of its own, or, in a simulation, under one scheduler. */
    @FunctionalInterface
    interface Host {

        /**
         * Starts a loop.
         *
         * @param name what the loop is, for its thread and the log
         * @param wake ends the loop's sleep
         * @param step what it does
         */
        Loop start(String name, Wake wake, Step step);

        /**
         * Runs work beside the caller, each piece at once.
         *
         * @param name what the work is, for its threads
         */
        default Executor beside(String name) {
            return work -> {
                var thread = new Thread(work, "wakit-" + name);
                thread.setDaemon(true);
                thread.start();
            };
        }

        /** Lets the caller, who is not a loop, sleep until it is woken or the time is over. */
        default void sleep(Wake wake, long nanos) throws InterruptedException {
            wake.await(nanos);
        }
    }

    /** Whether it still runs. */
    boolean isAlive();

    /** Asks it to end after the step that it is in. */
    void end();

    /** Waits until it has ended. Returns whether it has. */
    boolean join(long millis) throws InterruptedException;

    /** Ends it even inside a step that blocks. */
    void interrupt();
}
