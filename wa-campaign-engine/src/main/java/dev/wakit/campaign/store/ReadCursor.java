package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryId;
import java.time.Instant;

/**
 * How far a lane has read ahead in a campaign: deliveries are read in the order of time due, then id.
 *
 * <p>Immutable. Without a cursor a planner may walk over every row that was sent already.
 *
 * @param notBefore the time due of the last row read
 * @param delivery the id of the last row read
 * @since 0.1
 */
public record ReadCursor(Instant notBefore, DeliveryId delivery) {

    /** Before the first row. */
    public static final ReadCursor START = new ReadCursor(Instant.EPOCH, new DeliveryId(0));
}
