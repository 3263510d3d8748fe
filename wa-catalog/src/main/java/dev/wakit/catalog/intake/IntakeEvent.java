package dev.wakit.catalog.intake;

import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.order.Order;
import java.util.List;

/**
 * Something that a customer sent was taken over.
 *
 * @since 0.1
 */
public sealed interface IntakeEvent {

    /**
     * A cart became an order.
     *
     * @param cart the cart
     * @param order the order; lines that could not be taken as they were sent wait in it
     * @param others other orders of the person that are pending and unpaid: ask whether this one takes their place, and call
     *     {@code carts().supersede} if so
     */
    record OrderPlaced(SubmittedCart cart, Order order, List<Order> others) implements IntakeEvent {

        /** Copies the orders. */
        public OrderPlaced {
            others = List.copyOf(others);
        }
    }

    /**
     * No order can be made of a cart; it is kept, and its reason says why.
     *
     * @param cart the cart
     */
    record CartRejected(SubmittedCart cart) implements IntakeEvent {}

    /**
     * A person asked about a product.
     *
     * @param enquiry what was asked
     */
    record Enquired(Enquiry enquiry) implements IntakeEvent {}
}
