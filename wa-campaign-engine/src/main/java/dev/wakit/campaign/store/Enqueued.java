package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;

/**
 * What became of an {@link OutboxEntry}.
 *
 * <p>Immutable.
 *
 * @param delivery the delivery that was added, or that the key belongs to
 * @param kind what happened
 * @since 0.1
 */
public record Enqueued(DeliveryId delivery, Kind kind) {

    /**
     * What happened.
     *
     * @since 0.1
     */
    public enum Kind {
        /** It is stored. */
        ADDED,
        /** The key was there with the same hash; nothing was stored. */
        REPEATED,
        /** The key was there with another hash; nothing was stored, for no entry of the call. */
        CONFLICT
    }
}
