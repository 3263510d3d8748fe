package dev.wakit.provider.meta.account;

import dev.wakit.error.ProviderError;
import java.util.List;

/**
 * A person who could not be put on the block list, or taken from it. Immutable.
 *
 * @param person who
 * @param errors why
 * @since 0.1
 */
public record BlockFailure(BlockedPerson person, List<ProviderError> errors) {

    /** Copies the list. */
    public BlockFailure {
        errors = List.copyOf(errors);
    }
}
