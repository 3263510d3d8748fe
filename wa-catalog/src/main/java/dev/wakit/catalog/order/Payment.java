package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.money.Money;
import java.time.Instant;

/**
 * One movement of money, as a payment provider told it. Immutable.
 *
 * @param kind what it does
 * @param amount above nothing
 * @param provider who moves it, 1 to 40 characters; {@link #WHATSAPP} for payments inside WhatsApp
 * @param reference its id at the provider, 1 to 100 characters; recorded once for each provider
 * @param state whether it happened
 * @param at when it was recorded or last changed
 * @since 0.1
 */
public record Payment(
        PaymentKind kind, Money amount, String provider, String reference, PaymentState state, Instant at) {

    /** The provider of payments inside WhatsApp, where an order can only be cancelled once they were given back. */
    public static final String WHATSAPP = "whatsapp";

    /** Checks the values. */
    public Payment {
        Limits.text("payment.provider", provider, 1, 40);
        Limits.text("payment.reference", reference, 1, 100);
        if (!amount.isPositive()) {
            throw new InvalidOrderException("payment.amount", "is " + amount + ". Use more than nothing.");
        }
    }

    boolean isSameAs(Payment other) {
        return provider.equals(other.provider) && reference.equals(other.reference);
    }

    boolean moves(PaymentKind wanted) {
        return kind == wanted && state == PaymentState.SUCCEEDED;
    }

    /** Without the reference. */
    @Override
    public String toString() {
        return "Payment[" + kind + " " + amount + " " + state + "]";
    }
}
