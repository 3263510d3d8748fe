package dev.wakit.commerce.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the BSP answered when a batch was handed in. Immutable.
 *
 * @param handle by which to ask what became of it; empty if the BSP took none of the changes
 * @param errors changes that the BSP refused at once
 * @param warnings what the BSP would rather have otherwise
 * @since 0.1
 */
public record BatchReceipt(Optional<String> handle, List<ItemIssue> errors, List<ItemIssue> warnings) {

    /** Copies the lists. */
    public BatchReceipt {
        Objects.requireNonNull(handle, "handle");
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
