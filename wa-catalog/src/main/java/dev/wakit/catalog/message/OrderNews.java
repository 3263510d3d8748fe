package dev.wakit.catalog.message;

import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderChange;
import dev.wakit.catalog.order.OrderEvent;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.commerce.OrderState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which change of an order is told to the customer: a pure function of the change. One command is one message at most, its last news. */
public final class OrderNews {

    private OrderNews() {}

    /** The message of an order that is placed. */
    public static List<ShopMessage> placed(Order order, OrderEvent event, Set<ShopMessageKind> wanted) {
        return message(order, event, wanted).stream().toList();
    }

    /** The message of a change. */
    public static List<ShopMessage> changed(OrderChange change, Set<ShopMessageKind> wanted) {
        return change.events().stream()
                .flatMap(event -> message(change.after(), event, wanted).stream())
                .reduce((earlier, later) -> later)
                .stream()
                .toList();
    }

    private static Optional<ShopMessage> message(Order order, OrderEvent event, Set<ShopMessageKind> wanted) {
        return kind(event)
                .filter(wanted::contains)
                .map(kind -> ShopMessage.planned(
                        order.head().tenant(),
                        MessageSubject.ORDER,
                        order.id().value(),
                        kind,
                        event.sequence(),
                        state(order),
                        shipment(event.data()),
                        event.at()));
    }

    private static int shipment(Map<String, String> data) {
        return Integer.parseInt(data.getOrDefault("fulfilment", "0"));
    }

    private static Optional<ShopMessageKind> kind(OrderEvent event) {
        return switch (event.kind()) {
            case PLACED -> Optional.of(ShopMessageKind.RECEIVED);
            case CONFIRMED -> Optional.of(ShopMessageKind.CONFIRMED);
            case STARTED -> Optional.of(ShopMessageKind.PROCESSING);
            case SHIPPED -> Optional.of(ShopMessageKind.SHIPPED);
            case DELIVERED -> Optional.of(ShopMessageKind.DELIVERED);
            case QUANTITY_CANCELLED -> Optional.of(ShopMessageKind.PIECES_CANCELLED);
            case RETURNED -> Optional.of(ShopMessageKind.RETURNED);
            case COMPLETED -> Optional.of(ShopMessageKind.COMPLETED);
            case CANCELLED, EXPIRED -> Optional.of(ShopMessageKind.CANCELLED);
            case REFUNDED -> Optional.of(ShopMessageKind.REFUNDED);
            case LINE_RESOLVED, TRACKED, ADJUSTED, PAYMENT, FIELDS_SET -> Optional.empty();
        };
    }

    /** How far an order has come, in WhatsApp's words; empty where WhatsApp has none. */
    public static Optional<OrderState> state(Order order) {
        return switch (order.status()) {
            case PENDING -> Optional.of(OrderState.PENDING);
            case CONFIRMED ->
                order.paymentStatus() == PaymentStatus.PAID ? Optional.of(OrderState.PROCESSING) : Optional.empty();
            case PROCESSING -> Optional.of(working(order));
            case COMPLETED -> Optional.of(OrderState.COMPLETED);
            case CANCELLED -> Optional.of(OrderState.CANCELED);
            case REFUNDED -> Optional.empty();
        };
    }

    private static OrderState working(Order order) {
        return switch (order.fulfilmentStatus()) {
            case UNFULFILLED, NOT_APPLICABLE -> OrderState.PROCESSING;
            case PARTIALLY_FULFILLED -> OrderState.PARTIALLY_SHIPPED;
            case FULFILLED -> OrderState.SHIPPED;
        };
    }
}
