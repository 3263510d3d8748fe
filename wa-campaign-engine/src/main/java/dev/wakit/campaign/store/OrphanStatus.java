package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import java.time.Instant;

/**
 * A status of a message that no delivery has: of one that other software sent, or of one whose id is not recorded yet.
 *
 * <p>Immutable. A text that is not set is empty. {@link #toString()} does not show the message id, which holds a phone number.
 *
 * @param tenant the owner of the webhook
 * @param provider whose message id it is
 * @param messageId the message
 * @param status the status reached; one of each is kept for a message
 * @param at when, by the BSP's clock
 * @param errorCode the code of a failure
 * @param errorTitle its short text
 * @param errorDetail its long text
 * @param receivedAt when the webhook was processed
 * @since 0.1
 */
public record OrphanStatus(
        TenantId tenant,
        ProviderId provider,
        MessageId messageId,
        MessageStatus status,
        Instant at,
        String errorCode,
        String errorTitle,
        String errorDetail,
        Instant receivedAt) {

    @Override
    public String toString() {
        return "OrphanStatus[" + provider + " " + status + " at " + at + "]";
    }
}
