package dev.wakit.commerce.catalog;

import java.util.List;
import java.util.Objects;

/**
 * What became of a batch so far. Immutable.
 *
 * <p>The errors and warnings are samples, as Meta says; the retailer ids are all that failed.
 *
 * @param handle of the batch
 * @param state how far the BSP is
 * @param word the state in the BSP's own word
 * @param errors some of the changes that were not done, and why
 * @param errorCount how many errors there are
 * @param warnings some of the changes that were done, perhaps in part, and what is odd about them
 * @param warningCount how many warnings there are
 * @param failed the retailer ids of the changes that were not done
 * @since 0.1
 */
public record BatchStatus(
        String handle,
        BatchState state,
        String word,
        List<ItemIssue> errors,
        long errorCount,
        List<ItemIssue> warnings,
        long warningCount,
        List<String> failed) {

    /** Copies the lists. */
    public BatchStatus {
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(word, "word");
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        failed = List.copyOf(failed);
    }

    @Override
    public String toString() {
        return "BatchStatus[" + handle + ", " + state + ", " + errorCount + " errors, " + warningCount + " warnings]";
    }
}
