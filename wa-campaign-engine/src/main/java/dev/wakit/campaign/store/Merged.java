package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.Delivery;

/**
 * A delivery that a merge changed.
 *
 * <p>Immutable.
 *
 * @param before the row as it was
 * @param after the row as it is
 * @since 0.1
 */
public record Merged(Delivery before, Delivery after) {}
