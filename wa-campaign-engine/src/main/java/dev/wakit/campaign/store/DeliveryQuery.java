package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import java.util.Set;

/**
 * Which deliveries of a campaign to list, in the order of ids.
 *
 * <p>Immutable.
 *
 * @param states only these; all when empty
 * @param errorCode only with this code; any when empty
 * @param recipientKey only this person; any when empty
 * @param after only ids above this one; 0 for the first page
 * @param limit at most so many, 1 to 1,000
 * @since 0.1
 */
public record DeliveryQuery(
        Set<DeliveryState> states, String errorCode, String recipientKey, DeliveryId after, int limit) {

    /** Checks the limit. */
    public DeliveryQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("A page of " + limit + " deliveries is not possible. Use 1 to 1,000.");
        }
    }

    /** The first page of all deliveries. */
    public static DeliveryQuery first(int limit) {
        return new DeliveryQuery(Set.of(), "", "", new DeliveryId(0), limit);
    }

    @Override
    public String toString() {
        return "DeliveryQuery[" + states + " after " + after + " limit " + limit + "]";
    }
}
