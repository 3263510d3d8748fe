package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.OrderSummary.Quantities;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes an order again from its history, to prove that the order and its history say the same.
 *
 * @since 0.1
 */
public final class OrderHistory {

    static final String LINE = "line.";
    static final String TOTAL = "total";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";

    private OrderStatus status = OrderStatus.PENDING;
    private final SortedMap<Integer, Quantities> lines = new TreeMap<>();
    private final Currency currency;
    private long total;
    private long captured;
    private long refunded;

    private OrderHistory(Currency currency) {
        this.currency = currency;
    }

    /** The event that begins the history of an order. */
    static Map<String, String> placed(Order order) {
        var data = new TreeMap<String, String>();
        data.put(CURRENCY, order.head().currency().getCurrencyCode());
        data.put(TOTAL, Long.toString(order.totals().total().minor()));
        order.lines().forEach(line -> data.put(LINE + line.number(), "" + line.quantity()));
        return data;
    }

    /**
     * What the order must be after these events.
     *
     * @param events the whole history, in order; the first one is {@link OrderEventKind#PLACED}
     * @throws IllegalArgumentException if the history does not begin so, or has a gap
     */
    public static OrderSummary replay(List<OrderEvent> events) {
        if (events.isEmpty() || events.get(0).kind() != OrderEventKind.PLACED) {
            throw new IllegalArgumentException("A history begins with PLACED. Read it from the first event.");
        }
        var history = new OrderHistory(Money.currency(text(events.get(0), CURRENCY)));
        int expected = 1;
        for (OrderEvent event : events) {
            if (event.sequence() != expected) {
                throw new IllegalArgumentException("Event " + expected + " is missing. Read the whole history.");
            }
            history.apply(event);
            expected++;
        }
        return history.summary();
    }

    private void apply(OrderEvent event) {
        if (event.data().containsKey(TOTAL)) {
            total = Long.parseLong(text(event, TOTAL));
        }
        switch (event.kind()) {
            case PLACED, LINE_RESOLVED -> quantities(event, (line, count) -> new Quantities(count, 0, 0, 0));
            case SHIPPED -> quantities(event, (line, count) -> line.plus(count, 0, 0));
            case QUANTITY_CANCELLED -> quantities(event, (line, count) -> line.plus(0, count, 0));
            case RETURNED -> quantities(event, (line, count) -> line.plus(0, 0, count));
            case PAYMENT -> payment(event);
            case CONFIRMED -> status = OrderStatus.CONFIRMED;
            case STARTED -> status = OrderStatus.PROCESSING;
            case COMPLETED -> status = OrderStatus.COMPLETED;
            case CANCELLED, EXPIRED -> status = OrderStatus.CANCELLED;
            case REFUNDED -> status = OrderStatus.REFUNDED;
            case TRACKED, DELIVERED, ADJUSTED, FIELDS_SET -> {
                // They change none of the numbers, or the total alone.
            }
        }
    }

    private void quantities(OrderEvent event, Change change) {
        event.data().forEach((name, value) -> {
            if (name.startsWith(LINE)) {
                lines.merge(
                        Integer.parseInt(name.substring(LINE.length())),
                        change.of(new Quantities(0, 0, 0, 0), Integer.parseInt(value)),
                        (line, first) -> change.of(line, Integer.parseInt(value)));
            }
        });
    }

    private void payment(OrderEvent event) {
        if (!text(event, "state").equals(PaymentState.SUCCEEDED.name())) {
            return;
        }
        long amount = Long.parseLong(text(event, AMOUNT));
        String kind = text(event, "kind");
        captured += kind.equals(PaymentKind.CAPTURE.name()) ? amount : 0;
        refunded += kind.equals(PaymentKind.REFUND.name()) ? amount : 0;
    }

    private OrderSummary summary() {
        return new OrderSummary(
                status,
                lines,
                new Money(total, currency),
                new Money(captured, currency),
                new Money(refunded, currency));
    }

    private static String text(OrderEvent event, String name) {
        String value = event.data().get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Event " + event.sequence() + " has no " + name + ". Was the row changed by hand?");
        }
        return value;
    }

    @FunctionalInterface
    private interface Change {
        Quantities of(Quantities line, int count);
    }
}
