package dev.wakit.catalog.cart;

import dev.wakit.TenantId;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.Orders;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.catalog.store.CartStore;
import java.util.List;

/**
 * The carts that customers of one tenant sent. Thread-safe.
 *
 * @since 0.1
 */
public final class Carts {

    private final TenantId tenant;
    private final CartStore store;
    private final Orders orders;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Carts(TenantId tenant, CartStore store, Orders orders) {
        this.tenant = tenant;
        this.store = store;
        this.orders = orders;
    }

    /**
     * The cart with this id.
     *
     * @throws NotFoundException if there is none
     */
    public SubmittedCart get(CartId id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFoundException("cart " + id));
    }

    /** A page of carts, the newest first. */
    public List<SubmittedCart> list(CartQuery query) {
        return store.list(tenant, query);
    }

    /**
     * Calls the order of a cart off, because the customer sent another one instead. Without effect when that was done.
     *
     * @param actor who decides it
     * @return the cart as it stands now
     * @throws NotFoundException if there is no such cart
     * @throws OrderStateException if its order is no longer pending or something was paid for it, or it has none
     */
    public SubmittedCart supersede(CartId id, String actor) {
        SubmittedCart cart = get(id);
        if (cart.state() == CartState.SUPERSEDED) {
            return cart;
        }
        Order order = cart.order()
                .filter(known -> cart.state() == CartState.CONVERTED)
                .map(orders::get)
                .orElseThrow(() -> new OrderStateException("Cart " + id + " is " + cart.state()
                        + ", so nothing can take its place. It can once its order is placed."));
        var context = CommandContext.of("supersede", actor);
        if (!isCalledOff(order, context)) {
            if (order.status() != OrderStatus.PENDING || order.paymentStatus() != PaymentStatus.UNPAID) {
                throw new OrderStateException("Order " + order.number() + " is " + order.status() + " and "
                        + order.paymentStatus() + ", so no other cart can take its place. Change or cancel the order.");
            }
            orders.apply(order.id(), new OrderCommand.Cancel("The customer sent another cart"), context);
        }
        store.settle(cart, cart.settled(CartState.SUPERSEDED, cart.order(), ""));
        return get(id);
    }

    // A crash may have come between the order and its cart.
    private boolean isCalledOff(Order order, CommandContext context) {
        return order.status() == OrderStatus.CANCELLED
                && orders.history(order.id()).stream()
                        .anyMatch(event -> event.commandId().equals(context.commandId()));
    }
}
