package dev.wakit.catalog.cart;

import dev.wakit.TenantId;
import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.order.OrderTotals;
import dev.wakit.catalog.order.Orders;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.store.AssistedCartStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * The carts that one tenant fills for its customers: from buttons, lists, forms, an agent's screen or its own shop. Thread-safe.
 *
 * <pre>{@code
 * AssistedCart cart = carts.open("chat-17", Buyer.of(contact), Currency.getInstance("USD"));
 * carts.put(cart.id(), mug, mug.variants().get(0), 2, 0);
 * carts.checkout(cart.id(), 0);
 * Order order = carts.convert(cart.id(), "anna");
 * }</pre>
 *
 * <p>They have nothing to do with the carts inside WhatsApp, of which only those that customers send are known. Every change names the
 * version it was decided on, or 0 for any, and doing the same again leaves the same cart.
 *
 * @since 0.1
 */
public final class AssistedCarts {

    private static final int REPEATS = 100;
    private static final int MOST_LINES = 500;
    private static final int LONGEST_KEY = 200;

    private final TenantId tenant;
    private final AssistedCartStore store;
    private final Orders orders;
    private final InstantSource clock;
    private final LongSupplier ids;
    private final AssistedSettings settings;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public AssistedCarts(
            TenantId tenant,
            AssistedCartStore store,
            Orders orders,
            InstantSource clock,
            LongSupplier ids,
            AssistedSettings settings) {
        this.tenant = tenant;
        this.store = store;
        this.orders = orders;
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
    }

    /**
     * Opens a cart, once for each key.
     *
     * @param key the host's name for it, 1 to 200 characters
     * @return the new cart, or the one that was opened before
     */
    public AssistedCart open(String key, Buyer buyer, Currency currency) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new InvalidOrderException("cart.key", "has " + key.length() + " characters. Use 1 to 200.");
        }
        Instant now = clock.instant();
        return store.insert(new AssistedCart(
                tenant,
                new CartId(ids.getAsLong()),
                key,
                buyer,
                currency,
                AssistedState.ACTIVE,
                List.of(),
                Optional.empty(),
                now,
                now,
                now.plus(settings.expiresAfter()),
                now,
                1));
    }

    /**
     * The cart with this id.
     *
     * @throws NotFoundException if there is none
     */
    public AssistedCart get(CartId id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFoundException("cart " + id));
    }

    /** A page of carts, the newest first. */
    public List<AssistedCart> list(AssistedQuery query) {
        return store.list(tenant, query);
    }

    /**
     * Sets how many of a variant are in the cart, at the price of now. An abandoned cart is active again.
     *
     * @param quantity 0 takes it out
     * @param version the version it was decided on; 0 for any
     * @throws OrderStateException if the cart is neither active nor abandoned
     * @throws InvalidOrderException if the quantity or the currency is not possible
     * @throws StaleVersionException if the cart has another version
     */
    public AssistedCart put(CartId id, Product product, Variant variant, int quantity, long version) {
        return put(id, LineItem.of(product, variant), quantity, variant.spec().priceAt(clock.instant()), version);
    }

    /** Sets how many of something are in the cart, at a price of the host's own; see the other {@code put}. */
    public AssistedCart put(CartId id, LineItem item, int quantity, Money unitPrice, long version) {
        return change(id, version, cart -> {
            require(cart, "Put", cart.state() == AssistedState.ACTIVE || cart.state() == AssistedState.ABANDONED);
            AssistedCart filled =
                    quantity == 0 ? cart.removed(item.retailerId()) : filled(cart, item, quantity, unitPrice);
            return touched(filled.in(AssistedState.ACTIVE));
        });
    }

    private static AssistedCart filled(AssistedCart cart, LineItem item, int quantity, Money unitPrice) {
        OrderDraft.check(cart.currency(), item, quantity, unitPrice);
        AssistedCart filled = cart.put(new AssistedLine(item, quantity, unitPrice));
        if (filled.lines().size() > MOST_LINES) {
            throw new InvalidOrderException("cart.lines", "would have more than 500 entries. Open another cart.");
        }
        return filled;
    }

    /** Sets whose cart it is, and where it goes; while the cart is open. */
    public AssistedCart setBuyer(CartId id, Buyer buyer, long version) {
        return change(id, version, cart -> {
            require(cart, "SetBuyer", cart.state().isOpen());
            AssistedState state =
                    cart.state() == AssistedState.CHECKOUT ? AssistedState.CHECKOUT : AssistedState.ACTIVE;
            return touched(cart.of(buyer).in(state));
        });
    }

    /**
     * Ends the filling: lines and prices stay as they are.
     *
     * @throws OrderStateException if the cart is neither active nor abandoned, or empty
     */
    public AssistedCart checkout(CartId id, long version) {
        return change(id, version, cart -> {
            if (cart.state() == AssistedState.CHECKOUT) {
                return cart;
            }
            require(cart, "Checkout", cart.state().isOpen());
            if (cart.lines().isEmpty()) {
                throw new OrderStateException("Cart " + id + " is empty. Put something in first.");
            }
            return touched(cart.in(AssistedState.CHECKOUT));
        });
    }

    /** Makes a cart active again that is at the checkout or abandoned. */
    public AssistedCart reopen(CartId id, long version) {
        return change(id, version, cart -> {
            require(cart, "Reopen", cart.state().isOpen());
            return cart.state() == AssistedState.ACTIVE ? cart : touched(cart.in(AssistedState.ACTIVE));
        });
    }

    /** What the order of a cart would cost now, with discount, shipping and tax. */
    public OrderTotals totals(AssistedCart cart) {
        return orders.quote(draft(cart));
    }

    /**
     * Makes the order of a cart that is at the checkout, once: called again, also by another process or after a crash, it gives the same
     * order.
     *
     * @param actor who does it, 1 to 100 characters; never a phone number
     * @throws OrderStateException if the cart is not at the checkout
     * @throws OutOfStockException if stock is reserved on placement, and there is too little; the cart is at the checkout again
     */
    public Order convert(CartId id, String actor) {
        AssistedCart cart = change(id, 0, read -> {
            if (read.state() == AssistedState.CONVERTED) {
                return read;
            }
            require(read, "Convert", read.state() == AssistedState.CHECKOUT);
            return read.in(AssistedState.CONVERTED);
        });
        return cart.order().map(orders::get).orElseGet(() -> place(cart, actor));
    }

    // From here on the lines cannot change. Whoever comes after a crash between these steps places the same order.
    private Order place(AssistedCart cart, String actor) {
        try {
            Order order = orders.place(draft(cart), CommandContext.of("convert", actor));
            change(cart.id(), 0, read -> read.order().isPresent() ? read : read.placed(order.id()));
            return order;
        } catch (OutOfStockException | InvalidOrderException refused) {
            change(
                    cart.id(),
                    0,
                    read -> read.order().isPresent() || read.state() != AssistedState.CONVERTED
                            ? read
                            : read.in(AssistedState.CHECKOUT));
            throw refused;
        }
    }

    private OrderDraft draft(AssistedCart cart) {
        OrderDraft.Builder draft = OrderDraft.builder(
                        new OrderOrigin(OrderSource.ASSISTED, cart.id().toString()), cart.buyer(), cart.currency())
                .taxIncluded(settings.taxIncluded())
                .location(settings.location());
        cart.lines().forEach(line -> draft.addLine(line.item(), line.quantity(), line.unitPrice()));
        return draft.build();
    }

    /**
     * Lets time pass: carts that nobody touched are abandoned, then expire, and orders that a crash interrupted are placed. Call it every
     * few minutes.
     *
     * @param limit at most so many of each, 1 to 200
     * @return how many carts changed; 0 means that none is left
     */
    public int tidy(int limit) {
        Instant now = clock.instant();
        int changed = 0;
        for (AssistedCart cart : store.expired(tenant, now, limit)) {
            changed += move(cart, AssistedState.EXPIRED);
        }
        for (AssistedCart cart : store.idle(tenant, now.minus(settings.idleAfter()), limit)) {
            changed += move(cart, AssistedState.ABANDONED);
        }
        for (AssistedCart cart : store.interrupted(tenant, now.minus(settings.idleAfter()), limit)) {
            changed += finish(cart);
        }
        return changed;
    }

    private int move(AssistedCart read, AssistedState state) {
        return store.update(read, read.in(state).next(clock.instant())) ? 1 : 0;
    }

    private int finish(AssistedCart cart) {
        try {
            place(cart, "tidy");
            return 1;
        } catch (OutOfStockException | InvalidOrderException backAtTheCheckout) {
            return 1;
        }
    }

    private AssistedCart touched(AssistedCart cart) {
        Instant now = clock.instant();
        return cart.touched(now, now.plus(settings.expiresAfter()));
    }

    private static void require(AssistedCart cart, String what, boolean isPossible) {
        if (!isPossible) {
            throw new OrderStateException("Cart " + cart.id() + " is " + cart.state() + ", so " + what
                    + " is not possible. "
                    + (cart.state() == AssistedState.CHECKOUT || cart.state().isOpen()
                            ? "Reopen it or check it out first."
                            : "Open another cart."));
        }
    }

    private AssistedCart change(CartId id, long version, UnaryOperator<AssistedCart> change) {
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            AssistedCart read = get(id);
            if (version != 0 && version != read.version()) {
                throw new StaleVersionException("cart " + id, version);
            }
            AssistedCart changed = change.apply(read);
            if (changed.equals(read)) {
                return read;
            }
            AssistedCart next = changed.next(clock.instant());
            if (store.update(read, next)) {
                return next;
            }
        }
        throw new StaleVersionException("cart " + id, version);
    }
}
