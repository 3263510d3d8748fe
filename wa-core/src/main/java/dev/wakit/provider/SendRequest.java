package dev.wakit.provider;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.internal.Check;
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

    /** The most characters of callback data: {@value}. */
    public static final int MAX_CALLBACK_DATA = 512;

    private final SenderId sender;
    private final Recipient recipient;
    private final Message message;
    private final @Nullable String callbackData;
    private final @Nullable MessageId replyTo;
    private final @Nullable String identityHash;

    private SendRequest(Builder builder) {
        this.sender = builder.sender;
        this.recipient = builder.recipient;
        this.message = builder.message;
        this.callbackData = builder.callbackData;
        this.replyTo = builder.replyTo;
        this.identityHash = builder.identityHash;
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

    /**
     * The hash of the person's identity, as a webhook told it: the message is delivered only while it still holds, so that a
     * number that changed hands gets no message meant for its former owner. Needs {@link Capabilities#checksIdentity()}.
     */
    public Optional<String> identityHash() {
        return Optional.ofNullable(identityHash);
    }

    @Override
    public String toString() {
        return "SendRequest[" + message.kind() + " to " + recipient + "]";
    }

    /** Collects the parts of a {@link SendRequest}. Not thread-safe. */
    public static final class Builder {

        private final SenderId sender;
        private final Recipient recipient;
        private final Message message;
        private @Nullable String callbackData;
        private @Nullable MessageId replyTo;
        private @Nullable String identityHash;

        private Builder(SenderId sender, Recipient recipient, Message message) {
            this.sender = Objects.requireNonNull(sender, "sender");
            this.recipient = Objects.requireNonNull(recipient, "recipient");
            this.message = Objects.requireNonNull(message, "message");
        }

        /**
         * The token to echo.
         *
         * @throws dev.wakit.InvalidMessageException if it is blank or has more than {@value #MAX_CALLBACK_DATA} characters
         */
        public Builder callbackData(String callbackData) {
            this.callbackData = Check.text("callback_data", callbackData, MAX_CALLBACK_DATA);
            return this;
        }

        /** The message to answer. */
        public Builder replyTo(MessageId replyTo) {
            this.replyTo = replyTo;
            return this;
        }

        /**
         * The hash that the person's identity must still have.
         *
         * @throws dev.wakit.InvalidMessageException if it is blank
         */
        public Builder identityHash(String identityHash) {
            this.identityHash = Check.present("identity_hash", identityHash);
            return this;
        }

        /** Builds the request. */
        public SendRequest build() {
            return new SendRequest(this);
        }
    }
}
