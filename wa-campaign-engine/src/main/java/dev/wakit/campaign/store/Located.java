package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.Delivery;

/**
 * A delivery that a {@link DeliveryRef} led to, and the attempt that the reference was of.
 *
 * <p>Immutable.
 *
 * @param delivery the row, locked
 * @param attemptNo the attempt whose message id it was, or 0 when the reference was by id
 * @param campaign its campaign, read in the same transaction
 * @since 0.1
 */
public record Located(Delivery delivery, int attemptNo, CampaignRow campaign) {}
