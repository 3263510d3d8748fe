package dev.wakit.inbound;

import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import java.util.List;

/**
 * Something happened to a message that we sent, which is no step of its delivery.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param messageId the BSP's id of the message
 * @param kind what happened
 * @param person whom it was sent to
 * @param errors what the BSP says about it
 * @since 0.1
 */
public record SentMessageNoticed(
        EventSource source, MessageId messageId, Kind kind, Person person, List<ProviderError> errors)
        implements InboundEvent {

    /** What may happen to a message beside its delivery. */
    public enum Kind {
        /** The message was deleted. */
        DELETED,
        /** It was delivered, with something left out, such as a product that is no longer in the catalog. */
        WARNING,
        /** The BSP has it and has not passed it on to WhatsApp yet. */
        QUEUED
    }

    /** Copies the collections. */
    public SentMessageNoticed {
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        return "SentMessageNoticed[" + kind + " at " + at() + "]";
    }
}
