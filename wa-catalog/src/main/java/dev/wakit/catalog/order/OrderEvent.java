package dev.wakit.catalog.order;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to an order; kept for ever, without personal data. Immutable.
 *
 * @param sequence its place in the history of the order, from 1
 * @param kind what happened
 * @param actor who did it: a user of the business or a rule, 1 to 100 characters; never a phone number
 * @param commandId the command that did it
 * @param at when
 * @param data the numbers that changed, by name; enough to compute the order again
 * @since 0.1
 */
public record OrderEvent(
        int sequence, OrderEventKind kind, String actor, String commandId, Instant at, Map<String, String> data) {

    /** Copies the data. */
    public OrderEvent {
        data = Map.copyOf(data);
    }
}
