package dev.wakit.catalog.intake;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.CartState;
import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.message.Conversations;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.Orders;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.InboundListener;
import dev.wakit.inbound.MessageReceived;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Takes over what customers of one tenant send: carts become orders, questions about products become enquiries. Thread-safe.
 *
 * <pre>{@code
 * var engine = CampaignEngine.builder(stores).inbound(shop.intake()).build();
 * }</pre>
 *
 * <p>The same message again, also by another process or after a crash at any point, makes nothing twice. An exception says that the
 * message is not taken over, or that a listener was not told: hand it in again.
 *
 * @since 0.1
 */
public final class Intake implements InboundListener {

    private static final CommandContext PLACED = CommandContext.of("intake", "whatsapp");
    private static final int MOST_OTHERS = 20;

    private final TenantId tenant;
    private final CatalogStores stores;
    private final Orders orders;
    private final InstantSource clock;
    private final LongSupplier ids;
    private final IntakeSettings settings;
    private final Optional<Conversations> conversations;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Intake(
            TenantId tenant,
            CatalogStores stores,
            Orders orders,
            InstantSource clock,
            LongSupplier ids,
            IntakeSettings settings,
            Optional<Conversations> conversations) {
        this.tenant = tenant;
        this.stores = stores;
        this.orders = orders;
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
        this.conversations = conversations;
    }

    /** Takes over a cart or an enquiry, and notes when somebody wrote; other events, and those of other tenants, are left alone. */
    @Override
    public void on(TenantId owner, InboundEvent event) {
        if (!owner.equals(tenant)) {
            return;
        }
        conversations.ifPresent(known -> known.note(event));
        if (event instanceof MessageReceived message) {
            received(message);
        }
    }

    private void received(MessageReceived message) {
        if (Received.isOrder(message)) {
            var cart = Received.cart(tenant, new CartId(ids.getAsLong()), message, clock.instant());
            finish(stores.carts().insert(cart));
        } else if (Received.isEnquiry(message)) {
            enquired(message);
        }
    }

    /**
     * Places the orders of carts that were kept, but not finished: for hosts whose webhooks do not come again after a crash.
     *
     * @param limit at most so many, 1 to 200
     * @return how many there were; fewer than the limit means that none is left
     */
    public int resume(int limit) {
        List<SubmittedCart> open =
                stores.carts().list(tenant, CartQuery.newest(limit).states(Set.of(CartState.SUBMITTED)));
        open.stream().sorted(Comparator.comparing(SubmittedCart::id)).forEach(this::finish);
        return open.size();
    }

    // Each step is done once however often it is tried, and listeners are told before the cart is settled, so that a
    // crash between the
    // two tells them again.
    private void finish(SubmittedCart cart) {
        if (cart.state() != CartState.SUBMITTED) {
            return;
        }
        Optional<Catalog> catalog = catalog(cart.metaCatalog());
        var order = new CartOrder(cart, catalog, settings);
        String problem = order.problem();
        if (!problem.isEmpty()) {
            SubmittedCart rejected = cart.settled(CartState.REJECTED, Optional.empty(), problem);
            tell(new IntakeEvent.CartRejected(rejected));
            stores.carts().settle(cart, rejected);
            return;
        }
        Order placed = place(order.draft(products(catalog, cart)));
        SubmittedCart converted = cart.settled(CartState.CONVERTED, Optional.of(placed.id()), "");
        tell(new IntakeEvent.OrderPlaced(converted, placed, others(placed)));
        stores.carts().settle(cart, converted);
    }

    // Too little stock is for a person to solve; the order is kept.
    private Order place(OrderDraft draft) {
        try {
            return orders.place(draft, PLACED);
        } catch (OutOfStockException tooFew) {
            return orders.placeUnreserved(draft, PLACED);
        }
    }

    private List<Product> products(Optional<Catalog> catalog, SubmittedCart cart) {
        List<String> ids =
                cart.items().stream().map(SentItem::retailerId).distinct().toList();
        return catalog.map(known -> stores.products().findByRetailerIds(tenant, known.id(), ids))
                .orElse(List.of());
    }

    private Optional<Catalog> catalog(String metaCatalog) {
        return metaCatalog.isEmpty()
                ? Optional.empty()
                : stores.catalogs().list(tenant).stream()
                        .filter(catalog -> catalog.link().catalogId().equals(metaCatalog))
                        .min(Comparator.comparing((Catalog catalog) -> catalog.status() != CatalogStatus.CONNECTED)
                                .thenComparing(Catalog::id));
    }

    private List<Order> others(Order placed) {
        String contact = placed.buyer().contact();
        if (contact.isEmpty()) {
            return List.of();
        }
        return orders
                .list(OrderQuery.newest(MOST_OTHERS)
                        .contact(contact)
                        .statuses(Set.of(OrderStatus.PENDING))
                        .payments(Set.of(PaymentStatus.UNPAID)))
                .stream()
                .filter(order -> !order.id().equals(placed.id()))
                .toList();
    }

    private void enquired(MessageReceived message) {
        String retailerId = message.context().productId();
        Optional<VariantId> variant =
                catalog(message.context().catalogId()).flatMap(catalog -> variant(catalog, retailerId));
        Enquiry enquiry = Received.enquiry(tenant, new EnquiryId(ids.getAsLong()), message, variant);
        tell(new IntakeEvent.Enquired(stores.enquiries().insert(enquiry)));
    }

    private Optional<VariantId> variant(Catalog catalog, String retailerId) {
        return stores.products().findByRetailerIds(tenant, catalog.id(), List.of(retailerId)).stream()
                .flatMap(product -> product.variant(retailerId).stream())
                .map(Variant::id)
                .findFirst();
    }

    private void tell(IntakeEvent event) {
        settings.listeners().forEach(listener -> listener.on(event));
    }
}
