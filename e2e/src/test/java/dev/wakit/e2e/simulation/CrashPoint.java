package dev.wakit.e2e.simulation;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the points at which a process may end, and ends it at the n-th: before and after each call of the database and of the BSP,
 * before and after an answer is heard, and after a webhook was answered.
 */
final class CrashPoint {

    private final long at;
    private final Map<String, Integer> names = new TreeMap<>();
    private boolean hasBegun;
    private long count;
    private String reached = "";

    /** The point at which the process ends, from 1; 0 for none. */
    CrashPoint(long at) {
        this.at = at;
    }

    static CrashPoint none() {
        return new CrashPoint(0);
    }

    /** From now on points count. */
    void begin() {
        hasBegun = true;
    }

    void pass(Worker worker, String name) {
        if (!hasBegun) {
            return;
        }
        names.merge(name, 1, Integer::sum);
        if (++count == at) {
            reached = name;
            worker.die();
            throw new Crash();
        }
    }

    /** How many points were passed. */
    long count() {
        return count;
    }

    /** How often each was passed. */
    Map<String, Integer> names() {
        return names;
    }

    /** At which one the process ended; empty if it did not. */
    String reached() {
        return reached;
    }

    @Override
    public String toString() {
        return "point " + at + ", " + reached;
    }
}
