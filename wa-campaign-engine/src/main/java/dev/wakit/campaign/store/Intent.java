package dev.wakit.campaign.store;

import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;

/**
 * The wish to send one delivery now.
 *
 * <p>Immutable.
 *
 * @param delivery which
 * @param campaign of which campaign
 * @param attemptNo the number of the attempt to begin: one more than the row has
 * @param recipient the person: suppressions under any of their keys count
 * @param marketing whether suppressions of scope MARKETING count
 * @since 0.1
 */
public record Intent(DeliveryId delivery, CampaignId campaign, int attemptNo, Recipient recipient, boolean marketing) {

    /** The key under which the person is counted. */
    public String recipientKey() {
        return recipient.key();
    }

    @Override
    public String toString() {
        return "Intent[" + delivery + " attempt " + attemptNo + "]";
    }
}
