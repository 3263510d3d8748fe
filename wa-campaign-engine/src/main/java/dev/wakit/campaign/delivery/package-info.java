/**
 * One message to one recipient: its row, its states, its attempts.
 *
 * <p>Start with {@link dev.wakit.campaign.delivery.DeliveryState} and {@link dev.wakit.campaign.delivery.DeliveryTransitions}.
 */
@NullMarked
package dev.wakit.campaign.delivery;

import org.jspecify.annotations.NullMarked;
