package dev.wakit.benchmarks;

import dev.wakit.benchmarks.measure.Settings;
import java.util.Optional;

/**
 * One line of the result: what is measured, with what.
 *
 * @param name unique, its group first, as {@code dispatch/0ms/wakit-postgresql}
 * @param unit what is counted, in the plural
 * @param program who does the measured work
 * @param task what the process is asked to do
 * @param store the database that it needs
 * @param latency of the BSP, in milliseconds
 * @param heapMegabytes the process's heap limit
 * @param settings more for the task
 * @param baseline the row that its ratio compares it with; empty for none
 */
record Row(
        String name,
        String unit,
        Program program,
        String task,
        Store store,
        int latency,
        int heapMegabytes,
        Settings settings,
        Optional<String> baseline) {

    /** Who does the measured work. */
    enum Program {
        JAVA,
        /** Needs Node and Redis. */
        NODE
    }

    /** The part of the name that says which table the row is in. */
    String group() {
        return name.substring(0, name.indexOf('/'));
    }

    /** Whether a word on the command line means this row: its name, or the beginning of it up to a slash. */
    boolean matches(String word) {
        return name.equals(word) || name.startsWith(word + "/") || name.endsWith("/" + word);
    }
}
