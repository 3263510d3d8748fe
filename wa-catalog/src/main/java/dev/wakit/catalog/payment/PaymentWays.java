package dev.wakit.catalog.payment;

import dev.wakit.catalog.order.Order;
import dev.wakit.commerce.PaymentSetting;
import java.util.List;

/**
 * How an order can be paid: a gateway, a link, a Pix code. The host's part; thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PaymentWays {

    /** The ways to pay this order; it may be asked again for the same order, so answer the same. */
    List<PaymentSetting> of(Order order);
}
