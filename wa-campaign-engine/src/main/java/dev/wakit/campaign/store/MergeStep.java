package dev.wakit.campaign.store;

import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import java.util.List;

/**
 * What evidence changes about one delivery, decided by the engine and written by the store in one transaction.
 *
 * <p>Immutable.
 *
 * @param after the delivery as it should be; the same object if nothing changes
 * @param past attempts that ended
 * @param suppressions entries to add
 * @param duplicateSend whether a second message id for one attempt was seen; {@code past} then holds that message, and it counts
 *     when it is new
 * @since 0.1
 */
public record MergeStep(Delivery after, List<PastAttempt> past, List<Suppression> suppressions, boolean duplicateSend) {

    /** Copies the lists. */
    public MergeStep {
        past = List.copyOf(past);
        suppressions = List.copyOf(suppressions);
    }

    /** Nothing but the row itself. */
    public static MergeStep of(Delivery after) {
        return new MergeStep(after, List.of(), List.of(), false);
    }
}
