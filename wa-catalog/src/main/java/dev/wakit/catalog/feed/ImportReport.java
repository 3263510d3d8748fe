package dev.wakit.catalog.feed;

import java.util.List;

/**
 * What came of an import. Immutable.
 *
 * @param rows how many rows were read, without the header
 * @param added products that are new
 * @param changed products that are different now
 * @param unchanged products that were so already
 * @param rejected rows that were not taken over
 * @param problems why, in the order of the file; at most the first {@value #MOST_PROBLEMS}
 * @since 0.1
 */
public record ImportReport(
        long rows, long added, long changed, long unchanged, long rejected, List<RowProblem> problems) {

    /** How many problems are told at most: {@value}. */
    public static final int MOST_PROBLEMS = 1_000;

    /** Copies the problems. */
    public ImportReport {
        problems = List.copyOf(problems);
    }
}
