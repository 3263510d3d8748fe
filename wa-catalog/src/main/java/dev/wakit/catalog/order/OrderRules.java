package dev.wakit.catalog.order;

import static dev.wakit.catalog.order.OrderStatus.CANCELLED;
import static dev.wakit.catalog.order.OrderStatus.COMPLETED;
import static dev.wakit.catalog.order.OrderStatus.CONFIRMED;
import static dev.wakit.catalog.order.OrderStatus.PENDING;
import static dev.wakit.catalog.order.OrderStatus.PROCESSING;
import static dev.wakit.catalog.order.OrderStatus.REFUNDED;

import dev.wakit.catalog.OrderStateException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In which status which command is possible: what is not listed is refused. */
final class OrderRules {

    private static final Set<OrderStatus> OPEN = EnumSet.of(PENDING, CONFIRMED, PROCESSING);
    private static final Set<OrderStatus> WORKING = EnumSet.of(CONFIRMED, PROCESSING);
    private static final Set<OrderStatus> SHIPPED = EnumSet.of(PROCESSING, COMPLETED, REFUNDED);

    /** The whole table. */
    static final Map<Class<? extends OrderCommand>, Set<OrderStatus>> ALLOWED = Map.ofEntries(
            Map.entry(OrderCommand.Resolve.class, EnumSet.of(PENDING)),
            Map.entry(OrderCommand.Confirm.class, EnumSet.of(PENDING)),
            Map.entry(OrderCommand.Expire.class, EnumSet.of(PENDING)),
            Map.entry(OrderCommand.Start.class, EnumSet.of(CONFIRMED)),
            Map.entry(OrderCommand.Ship.class, WORKING),
            Map.entry(OrderCommand.Track.class, SHIPPED),
            Map.entry(OrderCommand.Deliver.class, SHIPPED),
            Map.entry(OrderCommand.TakeBack.class, SHIPPED),
            Map.entry(OrderCommand.CancelQuantity.class, OPEN),
            Map.entry(OrderCommand.Adjust.class, OPEN),
            Map.entry(OrderCommand.Cancel.class, OPEN),
            Map.entry(OrderCommand.Complete.class, EnumSet.of(PROCESSING)),
            Map.entry(OrderCommand.Pay.class, EnumSet.allOf(OrderStatus.class)),
            Map.entry(OrderCommand.SetFields.class, EnumSet.allOf(OrderStatus.class)));

    /** Which status may follow which. */
    static final Map<OrderStatus, Set<OrderStatus>> FOLLOWING = Map.of(
            PENDING, EnumSet.of(CONFIRMED, CANCELLED),
            CONFIRMED, EnumSet.of(PROCESSING, CANCELLED),
            PROCESSING, EnumSet.of(COMPLETED, CANCELLED),
            COMPLETED, EnumSet.of(REFUNDED),
            CANCELLED, EnumSet.of(REFUNDED),
            REFUNDED, EnumSet.noneOf(OrderStatus.class));

    private OrderRules() {}

    static boolean mayFollow(OrderStatus status, OrderStatus next) {
        return FOLLOWING.getOrDefault(status, Set.of()).contains(next);
    }

    static void check(Order order, OrderCommand command) {
        Set<OrderStatus> allowed = ALLOWED.getOrDefault(command.getClass(), Set.of());
        if (!allowed.contains(order.status())) {
            throw new OrderStateException("Order " + order.number() + " is " + order.status() + ", so "
                    + command.getClass().getSimpleName() + " is not possible. It is while the order is "
                    + new TreeSet<>(allowed) + ".");
        }
    }
}
