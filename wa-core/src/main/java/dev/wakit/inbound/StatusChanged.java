package dev.wakit.inbound;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that we sent reached a new status.
 *
 * <p>Statuses arrive in any order, more than once, or not at all. Immutable.
 *
 * @since 0.1
 */
public final class StatusChanged implements InboundEvent {

    private final MessageId messageId;
    private final MessageStatus status;
    private final Instant at;
    private final @Nullable SenderId sender;
    private final @Nullable Recipient recipient;
    private final @Nullable String callbackData;
    private final List<ProviderError> errors;

    private StatusChanged(Builder builder) {
        this.messageId = builder.messageId;
        this.status = builder.status;
        this.at = builder.at;
        this.sender = builder.sender;
        this.recipient = builder.recipient;
        this.callbackData = builder.callbackData;
        this.errors = builder.errors;
    }

    /** Starts a status. */
    public static Builder builder(MessageId messageId, MessageStatus status, Instant at) {
        return new Builder(messageId, status, at);
    }

    /** The BSP's id of the message. */
    public MessageId messageId() {
        return messageId;
    }

    /** The status reached. */
    public MessageStatus status() {
        return status;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public Optional<SenderId> sender() {
        return Optional.ofNullable(sender);
    }

    /** Whom it was sent to, where the BSP says so. */
    public Optional<Recipient> recipient() {
        return Optional.ofNullable(recipient);
    }

    /** The callback data that went with the send request, echoed by the BSP. */
    public Optional<String> callbackData() {
        return Optional.ofNullable(callbackData);
    }

    /** Why it failed; empty for other statuses. */
    public List<ProviderError> errors() {
        return errors;
    }

    @Override
    public String toString() {
        return "StatusChanged[" + status + " at " + at + "]";
    }

    /** Collects the parts of a {@link StatusChanged}. Not thread-safe. */
    public static final class Builder {

        private final MessageId messageId;
        private final MessageStatus status;
        private final Instant at;
        private @Nullable SenderId sender;
        private @Nullable Recipient recipient;
        private @Nullable String callbackData;
        private List<ProviderError> errors = List.of();

        private Builder(MessageId messageId, MessageStatus status, Instant at) {
            this.messageId = messageId;
            this.status = status;
            this.at = at;
        }

        /** The business number. */
        public Builder sender(@Nullable SenderId sender) {
            this.sender = sender;
            return this;
        }

        /** The person. */
        public Builder recipient(@Nullable Recipient recipient) {
            this.recipient = recipient;
            return this;
        }

        /** The echoed callback data. */
        public Builder callbackData(@Nullable String callbackData) {
            this.callbackData = callbackData;
            return this;
        }

        /** The errors of a failed status. */
        public Builder errors(List<ProviderError> errors) {
            this.errors = List.copyOf(errors);
            return this;
        }

        /** Builds the event. */
        public StatusChanged build() {
            return new StatusChanged(this);
        }
    }
}
