package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;
import java.util.Set;

/**
 * What became of a batch of intents. Only the granted ones may be sent.
 *
 * <p>Immutable.
 *
 * @param laneHeld false if the lane has another owner or epoch; then nothing was written
 * @param granted SENDING now, durably
 * @param suppressed SKIPPED now, because the person opted out meanwhile
 * @param refused left as they were: the row had changed, or its campaign does not run
 * @since 0.1
 */
public record IntentResult(
        boolean laneHeld, Set<DeliveryId> granted, Set<DeliveryId> suppressed, Set<DeliveryId> refused) {

    /** Copies the sets. */
    public IntentResult {
        granted = Set.copyOf(granted);
        suppressed = Set.copyOf(suppressed);
        refused = Set.copyOf(refused);
    }

    /** The lane is lost and nothing was written. */
    public static IntentResult laneLost() {
        return new IntentResult(false, Set.of(), Set.of(), Set.of());
    }
}
