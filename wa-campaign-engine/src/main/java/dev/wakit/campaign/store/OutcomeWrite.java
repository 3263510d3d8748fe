package dev.wakit.campaign.store;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import java.time.Instant;

/**
 * What an attempt led to, ready to be written to its SENDING row.
 *
 * <p>Immutable. A text that is not set is empty.
 *
 * @param delivery which
 * @param campaign of which campaign
 * @param attemptNo the attempt; the row must still be SENDING with it
 * @param state the new state: ACCEPTED, HELD, FAILED, UNCERTAIN, PENDING (to be tried again), or SKIPPED
 * @param messageId the BSP's id, when accepted
 * @param notBefore the time of the next try, when PENDING; otherwise the epoch
 * @param tries the number of tries that count, after this one
 * @param errorCode the BSP's code, when it refused
 * @param errorText the error, or what was seen, in words
 * @param at when the outcome was known
 * @since 0.1
 */
public record OutcomeWrite(
        DeliveryId delivery,
        CampaignId campaign,
        int attemptNo,
        DeliveryState state,
        String messageId,
        Instant notBefore,
        int tries,
        String errorCode,
        String errorText,
        Instant at) {

    @Override
    public String toString() {
        return "OutcomeWrite[" + delivery + " attempt " + attemptNo + " " + state + "]";
    }
}
