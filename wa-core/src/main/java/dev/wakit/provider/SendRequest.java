package dev.wakit.provider;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient from one sender.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class SendRequest {

    private final SenderId sender;
    private final Recipient recipient;
    private final Message message;
    private final @Nullable String callbackData;
    private final @Nullable MessageId replyTo;

    private SendRequest(Builder builder) {
        this.sender = builder.sender;
        this.recipient = builder.recipient;
        this.message = builder.message;
        this.callbackData = builder.callbackData;
        this.replyTo = builder.replyTo;
    }

    /** Starts a request. */
    public static Builder builder(SenderId sender, Recipient recipient, Message message) {
        return new Builder(sender, recipient, message);
    }

    /** The number that sends. */
    public SenderId sender() {
        return sender;
    }

    /** The person. */
    public Recipient recipient() {
        return recipient;
    }

    /** The content. */
    public Message message() {
        return message;
    }

    /**
     * A token that the BSP echoes in the status webhooks of this message, at most 512 characters. The engine puts the attempt
     * ref here; it must hold no personal data, since every app subscribed to the account sees it.
     */
    public Optional<String> callbackData() {
        return Optional.ofNullable(callbackData);
    }

    /** The message that this one answers. */
    public Optional<MessageId> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    @Override
    public String toString() {
        return "SendRequest[" + message.kind() + " to " + recipient + "]";
    }

    /** Collects the parts of a {@link SendRequest}. Not thread-safe. */
    public static final class Builder {

        private static final int MAX_CALLBACK_DATA = 512;

        private final SenderId sender;
        private final Recipient recipient;
        private final Message message;
        private @Nullable String callbackData;
        private @Nullable MessageId replyTo;

        private Builder(SenderId sender, Recipient recipient, Message message) {
            this.sender = Objects.requireNonNull(sender, "sender");
            this.recipient = Objects.requireNonNull(recipient, "recipient");
            this.message = Objects.requireNonNull(message, "message");
        }

        /** The token to echo, at most 512 characters. */
        public Builder callbackData(String callbackData) {
            if (callbackData.length() > MAX_CALLBACK_DATA) {
                throw new IllegalArgumentException("Callback data has " + callbackData.length()
                        + " characters. WhatsApp takes at most " + MAX_CALLBACK_DATA + ".");
            }
            this.callbackData = callbackData;
            return this;
        }

        /** The message to answer. */
        public Builder replyTo(MessageId replyTo) {
            this.replyTo = replyTo;
            return this;
        }

        /** Builds the request. */
        public SendRequest build() {
            return new SendRequest(this);
        }
    }
}
