package dev.wakit.commerce.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * What the BSP finds wrong with a change, in its words. Immutable.
 *
 * @param retailerId the product that it speaks of; empty if it does not say
 * @param message what is wrong
 * @since 0.1
 */
public record ItemIssue(Optional<String> retailerId, String message) {

    /** Checks that both are there. */
    public ItemIssue {
        Objects.requireNonNull(retailerId, "retailerId");
        Objects.requireNonNull(message, "message");
    }
}
