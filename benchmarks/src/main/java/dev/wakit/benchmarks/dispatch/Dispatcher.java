package dev.wakit.benchmarks.dispatch;

/** A way to send many messages. Used by one thread. */
public interface Dispatcher extends AutoCloseable {

    /** Puts messages in place, as rows or jobs, so that only sending is left; not measured. */
    void prepare(int messages) throws Exception;

    /**
     * Sends what was prepared, and returns when the last result is where this way keeps results.
     *
     * @return how many messages were sent by this call
     */
    int dispatch() throws Exception;

    @Override
    void close();
}
