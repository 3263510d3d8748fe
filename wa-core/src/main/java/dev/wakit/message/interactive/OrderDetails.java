package dev.wakit.message.interactive;

import dev.wakit.commerce.PaymentRequest;
import java.util.Objects;

/**
 * An order to review and pay; India and Brazil only. Immutable.
 *
 * @param request the order
 * @since 0.1
 */
public record OrderDetails(PaymentRequest request) implements InteractiveAction {
    public OrderDetails {
        Objects.requireNonNull(request, "request");
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.ORDER_DETAILS;
    }
}
