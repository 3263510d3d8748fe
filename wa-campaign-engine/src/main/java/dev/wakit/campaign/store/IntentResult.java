package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.HoldLayer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What became of a batch of intents. Only the granted ones may be sent.
 *
 * <p>Immutable.
 *
 * @param laneHeld false if the lane has another owner or epoch; then nothing was written
 * @param granted SENDING now, durably
 * @param suppressed SKIPPED now, because the person opted out meanwhile
 * @param refused left as they were: the row had changed or moved to another lane, or its campaign does not run
 * @param capped SKIPPED now, because the person got enough messages meanwhile
 * @param held left as they were, by the limit that held them: PORTFOLIO, RAMP_UP or CANARY
 * @param budgetFreeAt when the portfolio's next place is free; the epoch if none was missing
 * @since 0.1
 */
public record IntentResult(
        boolean laneHeld,
        Set<DeliveryId> granted,
        Set<DeliveryId> suppressed,
        Set<DeliveryId> refused,
        Set<DeliveryId> capped,
        Map<DeliveryId, HoldLayer> held,
        Instant budgetFreeAt) {

    /** Copies the sets. */
    public IntentResult {
        granted = Set.copyOf(granted);
        suppressed = Set.copyOf(suppressed);
        refused = Set.copyOf(refused);
        capped = Set.copyOf(capped);
        held = Map.copyOf(held);
    }

    /** A result that no limit had a part in. */
    public IntentResult(
            boolean laneHeld, Set<DeliveryId> granted, Set<DeliveryId> suppressed, Set<DeliveryId> refused) {
        this(laneHeld, granted, suppressed, refused, Set.of(), Map.of(), Instant.EPOCH);
    }

    /** The lane is lost and nothing was written. */
    public static IntentResult laneLost() {
        return new IntentResult(false, Set.of(), Set.of(), Set.of());
    }
}
