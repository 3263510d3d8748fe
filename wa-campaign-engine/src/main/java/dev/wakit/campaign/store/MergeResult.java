package dev.wakit.campaign.store;

import java.util.List;

/**
 * What a merge did.
 *
 * <p>Immutable.
 *
 * @param changed deliveries that changed, each once
 * @param unmatched the positions of references that led to no delivery
 * @since 0.1
 */
public record MergeResult(List<Merged> changed, List<Integer> unmatched) {

    /** Copies the lists. */
    public MergeResult {
        changed = List.copyOf(changed);
        unmatched = List.copyOf(unmatched);
    }
}
