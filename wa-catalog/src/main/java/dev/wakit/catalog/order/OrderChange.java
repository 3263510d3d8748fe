package dev.wakit.catalog.order;

import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.stock.StockEffect;
import java.util.List;

/**
 * What a command makes of an order, to be written as one. Immutable.
 *
 * @param before the order as it was read
 * @param after the order as it will be
 * @param events what is added to its history
 * @param effects what it does to stock
 * @param messages what the customer is told
 * @since 0.1
 */
public record OrderChange(
        Order before, Order after, List<OrderEvent> events, List<StockEffect> effects, List<ShopMessage> messages) {

    /** Copies the lists. */
    public OrderChange {
        events = List.copyOf(events);
        effects = List.copyOf(effects);
        messages = List.copyOf(messages);
    }

    /** The same change, with something told. */
    OrderChange telling(List<ShopMessage> told) {
        return new OrderChange(before, after, events, effects, told);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return events.isEmpty();
    }
}
