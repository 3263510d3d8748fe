package dev.wakit.campaign.outbox;

import dev.wakit.campaign.delivery.DeliveryId;

/**
 * What became of an enqueue.
 *
 * <p>Immutable.
 *
 * @param delivery the delivery, to look it up with {@link Outbox#find}
 * @param repeated whether the key was known and this is the delivery of the first call; nothing was enqueued now
 * @since 0.1
 */
public record SendReceipt(DeliveryId delivery, boolean repeated) {}
