package dev.wakit.benchmarks.report;

import java.util.List;

/**
 * What a run found.
 *
 * @param date when it began, in UTC
 * @param size smoke, quick or full
 * @param commit of the sources, or {@code unknown}
 * @param machine where
 * @param lines the rows, in order
 */
public record Report(String date, String size, String commit, Machine machine, List<Line> lines) {

    /** Copies the lines. */
    public Report {
        lines = List.copyOf(lines);
    }
}
