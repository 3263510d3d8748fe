package dev.wakit.catalog.message;

import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.order.Order;

/**
 * What is to be told, for whoever writes the text. Personal data. Immutable.
 *
 * @since 0.1
 */
public sealed interface ShopNews {

    /** The message: its kind, its shipment, how far the order had come. */
    ShopMessage message();

    /** Whom it is told, as {@code Recipient.key()} has it; empty once erased. */
    String contact();

    /**
     * About an order.
     *
     * @param message the message
     * @param order the order as it stands now, which may be further than the message
     */
    record OfOrder(ShopMessage message, Order order) implements ShopNews {

        @Override
        public String contact() {
            return order.buyer().contact();
        }
    }

    /**
     * About a cart that is filled here.
     *
     * @param message the message
     * @param cart the cart
     */
    record OfCart(ShopMessage message, AssistedCart cart) implements ShopNews {

        @Override
        public String contact() {
            return cart.buyer().contact();
        }
    }

    /**
     * About a question.
     *
     * @param message the message
     * @param enquiry what was asked
     */
    record OfEnquiry(ShopMessage message, Enquiry enquiry) implements ShopNews {

        @Override
        public String contact() {
            return enquiry.contact();
        }
    }
}
