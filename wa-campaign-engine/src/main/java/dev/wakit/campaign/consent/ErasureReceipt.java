package dev.wakit.campaign.consent;

import java.time.Instant;

/**
 * What was erased about a person, by table. It holds no personal data.
 *
 * <p>Immutable.
 *
 * @param at when it began
 * @param deliveries deliveries that were deleted
 * @param pastAttempts earlier attempts that were deleted
 * @param idempotencyKeys idempotency keys of single sends that were deleted
 * @param statuses kept statuses of unknown messages that were deleted
 * @param audienceRows rows of captured audiences that were cleared
 * @param suppressions entries of the suppression list that a keyed hash replaced
 * @param webhooks stored webhooks that were cleared
 * @param records records of others, such as orders of a shop, that were told to forget the person
 * @param inFlight deliveries that stay because their request may be on its way
 * @param waitingWebhooks webhooks that stay because they wait for processing
 * @since 0.1
 */
public record ErasureReceipt(
        Instant at,
        long deliveries,
        long pastAttempts,
        long idempotencyKeys,
        long statuses,
        long audienceRows,
        long suppressions,
        long webhooks,
        long records,
        long inFlight,
        long waitingWebhooks) {

    /** Whether nothing stays that was there when it began. */
    public boolean isComplete() {
        return inFlight == 0 && waitingWebhooks == 0;
    }
}
