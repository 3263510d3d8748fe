package dev.wakit.e2e.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a simulation, as a number always and as lines when they are wanted. */
final class Trace {

    private final boolean keepsLines;
    private final List<String> lines = new ArrayList<>();
    private long hash = 17;
    private long count;

    Trace(boolean keepsLines) {
        this.keepsLines = keepsLines;
    }

    void note(long nanos, String who, String what) {
        hash = hash * 1_000_003 + nanos;
        hash = hash * 1_000_003 + who.hashCode();
        hash = hash * 1_000_003 + what.hashCode();
        count++;
        if (keepsLines) {
            lines.add(String.format("%12.6f s  %-8s %s", nanos / 1e9, who, what));
        }
    }

    /** Adds what is worth reading and not part of the comparison. */
    void detail(Supplier<String> what) {
        if (keepsLines) {
            lines.add("                          " + what.get());
        }
    }

    /** The same for two runs only if they were the same to the last step. */
    long hash() {
        return hash;
    }

    long count() {
        return count;
    }

    List<String> lines() {
        return lines;
    }
}
