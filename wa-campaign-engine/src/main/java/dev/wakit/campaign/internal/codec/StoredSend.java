package dev.wakit.campaign.internal.codec;

import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import java.util.Optional;

/**
 * What is stored of a single send: its message, and what goes with the message to the provider. Immutable.
 *
 * @param message the message
 * @param replyTo the message that it answers
 * @param identityHash the hash that the person's identity must still have
 */
public record StoredSend(Message message, Optional<MessageId> replyTo, Optional<String> identityHash) {

    /** Returns a message with which nothing goes. */
    public static StoredSend of(Message message) {
        return new StoredSend(message, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "StoredSend[" + message.kind() + "]";
    }
}
