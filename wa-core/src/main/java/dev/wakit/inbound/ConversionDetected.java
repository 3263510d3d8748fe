package dev.wakit.inbound;

import dev.wakit.message.MessageId;
import java.math.BigDecimal;

/**
 * The BSP took a message of a person for a lead or a purchase.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param messageId the message that it concerns
 * @param event the BSP's word, such as {@code Purchase} or {@code LeadSubmitted}
 * @param adClickId the click on an advertisement that led here
 * @param value the amount as the BSP writes it, for Meta in thousandths; 0 if not named
 * @param currency its currency
 * @since 0.1
 */
public record ConversionDetected(
        EventSource source, MessageId messageId, String event, String adClickId, BigDecimal value, String currency)
        implements InboundEvent {

    @Override
    public String toString() {
        return "ConversionDetected[" + event + " at " + at() + "]";
    }
}
