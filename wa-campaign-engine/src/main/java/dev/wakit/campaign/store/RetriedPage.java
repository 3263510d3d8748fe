package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;

/**
 * One step of retrying failed deliveries.
 *
 * <p>Immutable.
 *
 * @param last the highest id handled
 * @param count how many deliveries
 * @since 0.1
 */
public record RetriedPage(DeliveryId last, int count) {}
