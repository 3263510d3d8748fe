package dev.wakit.catalog.order;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One shipment. Immutable.
 *
 * @param number its number in the order, from 1
 * @param quantities how many pieces of each line, by the number of the line
 * @param tracking how to follow it
 * @param state where it is
 * @param shippedAt when it left
 * @param deliveredAt when it arrived; the epoch while it is on its way
 * @since 0.1
 */
public record Fulfilment(
        int number,
        SortedMap<Integer, Integer> quantities,
        Tracking tracking,
        FulfilmentState state,
        Instant shippedAt,
        Instant deliveredAt) {

    /** Copies the quantities. */
    public Fulfilment {
        quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    }

    Fulfilment tracked(Tracking newTracking) {
        return new Fulfilment(number, quantities, newTracking, state, shippedAt, deliveredAt);
    }

    Fulfilment delivered(Instant now) {
        return new Fulfilment(number, quantities, tracking, FulfilmentState.DELIVERED, shippedAt, now);
    }
}
