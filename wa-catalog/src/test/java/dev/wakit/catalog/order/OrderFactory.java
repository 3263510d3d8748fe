package dev.wakit.catalog.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Orders to begin a test with. */
final class OrderFactory {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Currency USD = Currency.getInstance("USD");

    private OrderFactory() {}

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static LineItem item(int number, Money price, String taxRate) {
        return new LineItem(
                new VariantId(number),
                "sku-" + number,
                "Item " + number,
                Map.of(),
                "Acme",
                "https://shop.example/1.jpg",
                price,
                new BigDecimal(taxRate));
    }

    static OrderLine line(int number, int quantity, Money price) {
        return new OrderLine(number, item(number, price, "0"), price, LineFlag.CLEAR, quantity, 0, 0, 0);
    }

    /** A pending order with lines of these quantities, at 10.00 each. */
    static Order order(int... quantities) {
        var lines = new ArrayList<OrderLine>();
        for (int quantity : quantities) {
            lines.add(line(lines.size() + 1, quantity, usd("10.00")));
        }
        return order(USD, false, lines, Instant.EPOCH);
    }

    static Order order(Currency currency, boolean taxIncluded, List<OrderLine> lines, Instant expiresAt) {
        var head = new OrderHead(
                TenantId.DEFAULT,
                new OrderId(1),
                "ORD-2026-000001",
                new OrderOrigin(OrderSource.API, "key"),
                currency,
                taxIncluded,
                "main",
                NOW);
        return new Order(
                head,
                Buyer.of("+919978783238"),
                OrderStatus.PENDING,
                "",
                false,
                lines,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                expiresAt,
                NOW,
                1,
                1);
    }

    static OrderEvent placed(Order order) {
        return new OrderEvent(1, OrderEventKind.PLACED, "shop", "place", NOW, OrderHistory.placed(order));
    }

    static TreeMap<Integer, Integer> pieces(int... lineAndQuantity) {
        var pieces = new TreeMap<Integer, Integer>();
        for (int i = 0; i < lineAndQuantity.length; i += 2) {
            pieces.put(lineAndQuantity[i], lineAndQuantity[i + 1]);
        }
        return pieces;
    }
}
