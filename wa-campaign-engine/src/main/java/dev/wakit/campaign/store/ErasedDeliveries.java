package dev.wakit.campaign.store;

/**
 * What one step of erasing deliveries deleted.
 *
 * <p>Immutable.
 *
 * @param deliveries deliveries
 * @param pastAttempts their earlier attempts
 * @param statuses kept statuses of their messages
 * @param idempotencyKeys their idempotency keys
 * @param inFlight deliveries to the same people that are SENDING and therefore stay for now
 * @since 0.1
 */
public record ErasedDeliveries(int deliveries, int pastAttempts, int statuses, int idempotencyKeys, int inFlight) {}
