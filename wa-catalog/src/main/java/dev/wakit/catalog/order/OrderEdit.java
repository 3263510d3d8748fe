package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.stock.StockEffect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** An order while a command changes it. Not thread-safe. */
final class OrderEdit {

    private final Order before;
    private final CommandContext context;
    private final Instant now;
    private final List<OrderEvent> events = new ArrayList<>();
    private final List<StockEffect> effects = new ArrayList<>();
    private final List<OrderLine> lines;
    private final List<Payment> payments;
    private final List<Fulfilment> fulfilments;
    private final SortedMap<String, String> fields;
    private List<Adjustment> adjustments;
    private OrderStatus status;
    private String cancelReason;
    private boolean isReserved;
    private Instant expiresAt;

    OrderEdit(Order before, CommandContext context, Instant now) {
        this.before = before;
        this.context = context;
        this.now = now;
        this.lines = new ArrayList<>(before.lines());
        this.payments = new ArrayList<>(before.payments());
        this.fulfilments = new ArrayList<>(before.fulfilments());
        this.fields = new TreeMap<>(before.fields());
        this.adjustments = before.adjustments();
        this.status = before.status();
        this.cancelReason = before.cancelReason();
        this.isReserved = before.isReserved();
        this.expiresAt = before.expiresAt();
    }

    Instant now() {
        return now;
    }

    OrderStatus status() {
        return status;
    }

    boolean isReserved() {
        return isReserved;
    }

    List<OrderLine> lines() {
        return lines;
    }

    List<Payment> payments() {
        return payments;
    }

    List<Fulfilment> fulfilments() {
        return fulfilments;
    }

    SortedMap<String, String> fields() {
        return fields;
    }

    void adjustments(List<Adjustment> changed) {
        adjustments = changed;
    }

    /** The order as it stands now, within the command. */
    Order current() {
        return order(before.updatedAt(), before.version());
    }

    private Order order(Instant updatedAt, long version) {
        return new Order(
                before.head(),
                before.buyer(),
                status,
                cancelReason,
                isReserved,
                lines,
                adjustments,
                payments,
                fulfilments,
                fields,
                expiresAt,
                updatedAt,
                before.events() + events.size(),
                version);
    }

    void move(OrderStatus next) {
        if (!OrderRules.mayFollow(status, next)) {
            throw new IllegalStateException("No order goes from " + status + " to " + next + ".");
        }
        status = next;
    }

    void reserved() {
        isReserved = true;
    }

    void neverExpires() {
        expiresAt = Instant.EPOCH;
    }

    void cancelReason(String reason) {
        cancelReason = reason;
    }

    void event(OrderEventKind kind, Map<String, String> data) {
        events.add(new OrderEvent(
                before.events() + events.size() + 1, kind, context.actor(), context.commandId(), now, data));
    }

    /** An event that changes what the order costs. */
    void priced(OrderEventKind kind, Map<String, String> data) {
        var all = new TreeMap<>(data);
        all.put(OrderHistory.TOTAL, Long.toString(current().totals().total().minor()));
        event(kind, all);
    }

    /** What a command does to the stock of a line, if it is of a catalog. */
    void effect(StockEffect.Kind kind, OrderLine line, int quantity) {
        if (quantity > 0 && !line.item().variant().equals(LineItem.NO_VARIANT)) {
            effects.add(new StockEffect(kind, line.number(), line.item().variant(), quantity));
        }
    }

    /** Changes a line. */
    void line(int number, BiFunction<OrderLine, Integer, OrderLine> change, int quantity) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() == number) {
                lines.set(i, change.apply(lines.get(i), quantity));
                return;
            }
        }
        throw unknown(number);
    }

    OrderLine line(int number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> unknown(number));
    }

    private InvalidOrderException unknown(int number) {
        return new InvalidOrderException(
                "line", number + " is not in the order. Its lines are 1 to " + lines.size() + ".");
    }

    OrderChange done() {
        Order after = events.isEmpty() ? before : order(now, before.version() + 1);
        return new OrderChange(before, after, events, effects, List.of());
    }
}
