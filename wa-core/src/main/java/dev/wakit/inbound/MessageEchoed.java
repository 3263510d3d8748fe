package dev.wakit.inbound;

import dev.wakit.inbound.content.InboundContent;
import dev.wakit.message.MessageId;

/**
 * A message that the business sent from another app on the same number, such as the WhatsApp Business app.
 *
 * <p>Immutable. {@link #toString()} does not reveal the content.
 *
 * @param source where it came from
 * @param messageId the BSP's id of the message
 * @param to whom it was sent to
 * @param type the BSP's word for the kind of content
 * @param content what was sent
 * @since 0.1
 */
public record MessageEchoed(EventSource source, MessageId messageId, Person to, String type, InboundContent content)
        implements InboundEvent {

    @Override
    public String toString() {
        return "MessageEchoed[" + type + " at " + at() + "]";
    }
}
