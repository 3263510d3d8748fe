package dev.wakit.inbound;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person wrote to a business number, or pressed a button.
 *
 * <p>Immutable. {@link #toString()} does not reveal the content.
 *
 * @since 0.1
 */
public final class MessageReceived implements InboundEvent {

    private final MessageId messageId;
    private final String type;
    private final Instant at;
    private final String raw;
    private final @Nullable SenderId sender;
    private final @Nullable Recipient from;
    private final @Nullable String profileName;
    private final @Nullable String text;
    private final @Nullable String payload;
    private final @Nullable MessageId replyTo;

    private MessageReceived(Builder builder) {
        this.messageId = builder.messageId;
        this.type = builder.type;
        this.at = builder.at;
        this.raw = builder.raw;
        this.sender = builder.sender;
        this.from = builder.from;
        this.profileName = builder.profileName;
        this.text = builder.text;
        this.payload = builder.payload;
        this.replyTo = builder.replyTo;
    }

    /**
     * Starts a received message.
     *
     * @param type the BSP's word for the kind of content, such as {@code text} or {@code image}
     * @param raw the message as the BSP wrote it, so that nothing is lost
     */
    public static Builder builder(MessageId messageId, String type, Instant at, String raw) {
        return new Builder(messageId, type, at, raw);
    }

    /** The BSP's id of the message. */
    public MessageId messageId() {
        return messageId;
    }

    /** The BSP's word for the kind of content. */
    public String type() {
        return type;
    }

    @Override
    public Instant at() {
        return at;
    }

    /** The message as the BSP wrote it. */
    public String raw() {
        return raw;
    }

    @Override
    public Optional<SenderId> sender() {
        return Optional.ofNullable(sender);
    }

    /** Who wrote, where the BSP says so. */
    public Optional<Recipient> from() {
        return Optional.ofNullable(from);
    }

    /** The person's own profile name: text that they chose. */
    public Optional<String> profileName() {
        return Optional.ofNullable(profileName);
    }

    /** The text written, or the title of the button or row pressed. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The id or payload of the button or row pressed. */
    public Optional<String> payload() {
        return Optional.ofNullable(payload);
    }

    /** The message that this one answers, where the BSP says so. */
    public Optional<MessageId> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    @Override
    public String toString() {
        return "MessageReceived[" + type + " at " + at + "]";
    }

    /** Collects the parts of a {@link MessageReceived}. Not thread-safe. */
    public static final class Builder {

        private final MessageId messageId;
        private final String type;
        private final Instant at;
        private final String raw;
        private @Nullable SenderId sender;
        private @Nullable Recipient from;
        private @Nullable String profileName;
        private @Nullable String text;
        private @Nullable String payload;
        private @Nullable MessageId replyTo;

        private Builder(MessageId messageId, String type, Instant at, String raw) {
            this.messageId = messageId;
            this.type = type;
            this.at = at;
            this.raw = raw;
        }

        /** The business number. */
        public Builder sender(@Nullable SenderId sender) {
            this.sender = sender;
            return this;
        }

        /** The person. */
        public Builder from(@Nullable Recipient from) {
            this.from = from;
            return this;
        }

        /** The person's profile name. */
        public Builder profileName(@Nullable String profileName) {
            this.profileName = profileName;
            return this;
        }

        /** The text, or the title pressed. */
        public Builder text(@Nullable String text) {
            this.text = text;
            return this;
        }

        /** The id or payload pressed. */
        public Builder payload(@Nullable String payload) {
            this.payload = payload;
            return this;
        }

        /** The message answered. */
        public Builder replyTo(@Nullable MessageId replyTo) {
            this.replyTo = replyTo;
            return this;
        }

        /** Builds the event. */
        public MessageReceived build() {
            return new MessageReceived(this);
        }
    }
}
