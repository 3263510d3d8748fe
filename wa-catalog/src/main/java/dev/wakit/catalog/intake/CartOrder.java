package dev.wakit.catalog.intake;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.product.Product;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an order of a cart: every line that was sent is in it, and those that are not clear wait. Immutable. */
final class CartOrder {

    static final int MOST_LINES = 500;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4_096;

    private final SubmittedCart cart;
    private final Optional<Catalog> catalog;
    private final IntakeSettings settings;

    CartOrder(SubmittedCart cart, Optional<Catalog> catalog, IntakeSettings settings) {
        this.cart = cart;
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Why there can be no order; empty if there can. */
    String problem() {
        if (cart.items().isEmpty()) {
            return "It has no lines that can be read";
        }
        if (cart.items().size() > MOST_LINES) {
            return "It has " + cart.items().size() + " lines, and an order has at most " + MOST_LINES;
        }
        return currency().isEmpty() ? "Its catalog is not known here, and no line names a currency" : "";
    }

    OrderDraft draft(List<Product> products) {
        Currency currency = currency().orElseThrow();
        var buyer = new Buyer(
                cart.contact(),
                CartLine.cut(cart.name(), LONGEST_NAME),
                Map.of(),
                CartLine.cut(cart.note(), LONGEST_NOTE));
        OrderDraft.Builder draft = OrderDraft.builder(
                        new OrderOrigin(OrderSource.WHATSAPP_CART, cart.key()), buyer, currency)
                .taxIncluded(settings.taxIncluded())
                .location(settings.location());
        for (SentItem item : cart.items()) {
            CartLine line = CartLine.of(item, currency, products, cart.sentAt());
            line.addTo(draft, settings.prices());
        }
        return draft.build();
    }

    private Optional<Currency> currency() {
        return catalog.map(Catalog::currency)
                .or(() -> cart.items().stream()
                        .flatMap(item -> CartLine.currency(item.currency()).stream())
                        .findFirst());
    }
}
