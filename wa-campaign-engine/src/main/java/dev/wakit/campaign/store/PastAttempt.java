package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;
import java.time.Instant;

/**
 * An attempt that is over and was followed, or will be followed, by another one.
 *
 * <p>Kept so that a late status of its message still finds the delivery, and for the person's timeline. Immutable.
 *
 * @param delivery which
 * @param attemptNo the attempt
 * @param messageId the BSP's id; empty for none
 * @param errorCode the BSP's code; empty for none
 * @param errorText the error in words
 * @param at when it ended
 * @since 0.1
 */
public record PastAttempt(
        DeliveryId delivery, int attemptNo, String messageId, String errorCode, String errorText, Instant at) {

    @Override
    public String toString() {
        return "PastAttempt[" + delivery + " attempt " + attemptNo + "]";
    }
}
