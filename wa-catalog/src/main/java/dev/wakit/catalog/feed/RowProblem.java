package dev.wakit.catalog.feed;

import dev.wakit.catalog.RuleBreak;

/**
 * A row of a product file that was not taken over. Immutable.
 *
 * @param line its line in the file, from 1
 * @param broken the column, the value, what is wrong with it and how to mend it
 * @since 0.1
 */
public record RowProblem(long line, RuleBreak broken) {

    @Override
    public String toString() {
        return "Line " + line + ", " + broken;
    }
}
