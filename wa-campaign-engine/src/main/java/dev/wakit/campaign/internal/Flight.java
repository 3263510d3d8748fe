package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.message.Message;
import dev.wakit.provider.SendOutcome;
import java.time.Instant;

/**
 * One attempt on its way.
 *
 * @param feed the campaign's read-ahead
 * @param delivery the delivery as it was before the attempt
 * @param attemptNo the number of the attempt
 * @param message what is sent
 */
record Flight(Feed feed, Delivery delivery, int attemptNo, Message message) {

    /** An attempt that is over. */
    record Landing(Flight flight, SendOutcome outcome, Instant at) {}
}
