package dev.wakit.campaign.store;

import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import java.util.List;

/**
 * What a merge did.
 *
 * <p>Immutable.
 *
 * @param changed deliveries that changed, each once
 * @param unmatched the positions of references that led to no delivery
 * @param duplicateSends deliveries of which a second message id was seen for the first time
 * @param suppressed entries of the suppression list that are new
 * @since 0.1
 */
public record MergeResult(
        List<Merged> changed, List<Integer> unmatched, List<Delivery> duplicateSends, List<Suppression> suppressed) {

    /** Copies the lists. */
    public MergeResult {
        changed = List.copyOf(changed);
        unmatched = List.copyOf(unmatched);
        duplicateSends = List.copyOf(duplicateSends);
        suppressed = List.copyOf(suppressed);
    }

    /** Nothing was to be merged. */
    public static MergeResult nothing() {
        return new MergeResult(List.of(), List.of(), List.of(), List.of());
    }
}
