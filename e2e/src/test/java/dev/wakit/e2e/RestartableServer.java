package dev.wakit.e2e;

/** A database server of its own, with durable settings, that a test may kill and start again on the same data. */
interface RestartableServer extends AutoCloseable {

    /** The address of one empty database of it. */
    String url();

    int port();

    /** kill -9 of the server and of everything that it started. */
    void kill();

    /** Starts the server again after a kill; it recovers from its log. */
    void restart();

    @Override
    void close();
}
