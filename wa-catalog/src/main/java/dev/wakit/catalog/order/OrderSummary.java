package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What counts about an order, without texts. Immutable.
 *
 * @param status where it stands
 * @param lines its quantities, by the number of the line
 * @param total what is to be paid
 * @param captured what was paid
 * @param refunded what was given back
 * @since 0.1
 */
public record OrderSummary(
        OrderStatus status, SortedMap<Integer, Quantities> lines, Money total, Money captured, Money refunded) {

    /** Copies the lines. */
    public OrderSummary {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** The summary of an order. */
    public static OrderSummary of(Order order) {
        var lines = new TreeMap<Integer, Quantities>();
        order.lines()
                .forEach(line -> lines.put(
                        line.number(),
                        new Quantities(line.quantity(), line.fulfilled(), line.cancelled(), line.returned())));
        return new OrderSummary(order.status(), lines, order.totals().total(), order.captured(), order.refunded());
    }

    /**
     * The quantities of a line. Immutable.
     *
     * @param ordered how many were ordered
     * @param fulfilled how many were handed over
     * @param cancelled how many were called off
     * @param returned how many came back
     */
    public record Quantities(int ordered, int fulfilled, int cancelled, int returned) {

        Quantities plus(int moreFulfilled, int moreCancelled, int moreReturned) {
            return new Quantities(
                    ordered, fulfilled + moreFulfilled, cancelled + moreCancelled, returned + moreReturned);
        }
    }
}
