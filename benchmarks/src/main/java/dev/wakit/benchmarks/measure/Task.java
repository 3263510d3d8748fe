package dev.wakit.benchmarks.measure;

/** Something to measure, in a process of its own. */
@FunctionalInterface
public interface Task {

    /**
     * Gets ready, tells the stopwatch when the measured part begins and ends, and cleans up.
     *
     * @throws Exception if it failed; then nothing was measured
     */
    void run(Settings settings, Stopwatch stopwatch) throws Exception;
}
