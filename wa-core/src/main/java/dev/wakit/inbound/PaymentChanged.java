package dev.wakit.inbound;

import dev.wakit.commerce.Amount;
import java.time.Instant;

/**
 * The payment of an order that was sent as a message moved on.
 *
 * <p>Immutable. The state is the BSP's word, such as {@code captured}, {@code pending} or {@code failed}.
 *
 * @param source where it came from
 * @param messageId the BSP's id of the status, or of the message
 * @param person who pays
 * @param state the BSP's word for the state
 * @param referenceId our own id of the order
 * @param amount how much; {@link Amount#ZERO} if not named
 * @param currency its currency
 * @param transactionId the id at the payment gateway
 * @param transactionType the way of payment, such as {@code upi}
 * @param transactionStatus the gateway's word
 * @param transactionCreatedAt when the transaction began; {@link Instant#MAX} if not named
 * @param transactionUpdatedAt when it last changed; {@link Instant#MAX} if not named
 * @since 0.1
 */
public record PaymentChanged(
        EventSource source,
        String messageId,
        Person person,
        String state,
        String referenceId,
        Amount amount,
        String currency,
        String transactionId,
        String transactionType,
        String transactionStatus,
        Instant transactionCreatedAt,
        Instant transactionUpdatedAt)
        implements InboundEvent {

    @Override
    public String toString() {
        return "PaymentChanged[" + state + " at " + at() + "]";
    }
}
