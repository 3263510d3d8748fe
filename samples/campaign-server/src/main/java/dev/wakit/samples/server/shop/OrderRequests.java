package dev.wakit.samples.server.shop;

import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.catalog.product.Product;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.http.ApiException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bodies of what is done to orders. In each {@code by} says who decides, and {@code version} which version was read. */
final class OrderRequests {

    private static final String MANUAL = "manual";

    private OrderRequests() {}

    /** Moves an order on; {@code reason} only to call it off. */
    record Status(
            @Nullable String status,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Long version) {

        OrderCommand command() {
            OrderStatus to = Asked.oneOf(OrderStatus.class, status, "status");
            return switch (to) {
                case CONFIRMED -> new OrderCommand.Confirm();
                case PROCESSING -> new OrderCommand.Start();
                case COMPLETED -> new OrderCommand.Complete();
                case CANCELLED -> new OrderCommand.Cancel(Asked.required(reason, "reason"));
                case PENDING, REFUNDED ->
                    throw ApiException.invalid(
                            "The field 'status' is '" + status
                                    + "', where nobody can move an order to. Use CONFIRMED, PROCESSING, COMPLETED or CANCELLED.");
            };
        }
    }

    /** Hands pieces over; all that are open without {@code quantities}, which has how many of which line. */
    record Fulfil(
            @Nullable Map<String, Integer> quantities,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String trackingUrl,
            @Nullable String by,
            @Nullable Long version) {

        OrderCommand command(Order order) {
            return new OrderCommand.Ship(
                    quantities == null ? open(order) : lines(quantities),
                    new Tracking(
                            Objects.requireNonNullElse(carrier, ""),
                            Objects.requireNonNullElse(trackingNumber, ""),
                            Objects.requireNonNullElse(trackingUrl, "")));
        }

        private static SortedMap<Integer, Integer> open(Order order) {
            var open = new TreeMap<Integer, Integer>();
            for (OrderLine line : order.lines()) {
                if (line.open() > 0) {
                    open.put(line.number(), line.open());
                }
            }
            return open;
        }

        private static SortedMap<Integer, Integer> lines(Map<String, Integer> quantities) {
            var lines = new TreeMap<Integer, Integer>();
            quantities.forEach((line, quantity) -> {
                if (quantity == null || !line.matches("[1-9][0-9]{0,3}")) {
                    throw ApiException.invalid("The field 'quantities." + line + "' cannot be used. Write the number of"
                            + " a line and how many of it, such as {\"1\": 2}.");
                }
                lines.put(Integer.valueOf(line), quantity);
            });
            return lines;
        }
    }

    /** Records a payment that somebody received, or gave back with {@code refund}. */
    record Pay(
            @Nullable String amount,
            @Nullable String reference,
            @Nullable Boolean refund,
            @Nullable String by,
            @Nullable Long version) {

        OrderCommand command(Order order) {
            return new OrderCommand.Pay(
                    Boolean.TRUE.equals(refund) ? PaymentKind.REFUND : PaymentKind.CAPTURE,
                    Amounts.read(amount, "amount", order.head().currency()),
                    MANUAL,
                    Asked.required(reference, "reference"),
                    PaymentState.SUCCEEDED);
        }
    }

    /** Says what a line is that waits for a person; its price is that of the product now unless one is given. */
    record Resolve(
            @Nullable Integer line,
            @Nullable String catalog,
            @Nullable String retailerId,
            @Nullable Integer quantity,
            @Nullable String unitPrice,
            @Nullable String by,
            @Nullable Long version) {

        OrderCommand command(Shop shop, Order order) {
            if (line == null || quantity == null) {
                throw ApiException.invalid("The fields 'line' and 'quantity' are needed.");
            }
            String wanted = Asked.required(retailerId, "retailerId");
            Product product = shop
                    .products()
                    .findByRetailerIds(ShopIds.catalog(Asked.required(catalog, "catalog")), java.util.List.of(wanted))
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("product '" + wanted + "' of that catalog"));
            LineItem item = LineItem.of(product, product.variant(wanted).orElseThrow());
            Money price = unitPrice == null
                    ? item.listPrice()
                    : Amounts.read(unitPrice, "unitPrice", order.head().currency());
            return new OrderCommand.Resolve(line, item, quantity, price);
        }
    }
}
