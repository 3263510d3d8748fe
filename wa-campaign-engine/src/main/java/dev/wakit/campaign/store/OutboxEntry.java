package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;

/**
 * A single send to be stored.
 *
 * <p>Immutable.
 *
 * @param delivery the row, PENDING or SKIPPED, whose campaign is a mailbox of the lane
 * @param lane the lane
 * @param key the idempotency key; empty for none
 * @param requestHash the hash of everything that must be the same when the key comes again
 * @param at when it was asked for
 * @since 0.1
 */
public record OutboxEntry(Delivery delivery, LaneKey lane, String key, String requestHash, Instant at) {

    @Override
    public String toString() {
        return "OutboxEntry[" + delivery.id() + "]";
    }
}
