package dev.wakit.inbound;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private final EventSource source;
    private final @Nullable Recipient recipient;
    private final Person person;
    private final String groupId;
    private final String templateId;
    private final @Nullable Conversation conversation;
    private final @Nullable Pricing pricing;
    private final @Nullable String callbackData;
    private final List<ProviderError> errors;

    private StatusChanged(Builder builder) {
        this.messageId = builder.messageId;
        this.status = builder.status;
        this.source = builder.source;
        this.recipient = builder.recipient;
        this.person = builder.person;
        this.groupId = builder.groupId;
        this.templateId = builder.templateId;
        this.conversation = builder.conversation;
        this.pricing = builder.pricing;
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
    public EventSource source() {
        return source;
    }

    /** Whom it was sent to, where the BSP says so; in a group, the participant. */
    public Optional<Recipient> recipient() {
        return Optional.ofNullable(recipient);
    }

    /** Everything that the BSP says about whom it was sent to; in a group, the participant. */
    public Person person() {
        return person;
    }

    /** The group that it was sent to; empty if it was sent to one person. */
    public String groupId() {
        return groupId;
    }

    /** The template that the BSP took the message for, where it was sent without one. */
    public String templateId() {
        return templateId;
    }

    /** The conversation that the message counts in; newer forms leave it out. */
    public Optional<Conversation> conversation() {
        return Optional.ofNullable(conversation);
    }

    /** What the message is billed as; with some statuses only. */
    public Optional<Pricing> pricing() {
        return Optional.ofNullable(pricing);
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
        return "StatusChanged[" + status + " at " + at() + "]";
    }

    /** Collects the parts of a {@link StatusChanged}. Not thread-safe. */
    public static final class Builder {

        private final MessageId messageId;
        private final MessageStatus status;
        private EventSource source;
        private @Nullable Recipient recipient;
        private Person person = Person.NOBODY;
        private String groupId = "";
        private String templateId = "";
        private @Nullable Conversation conversation;
        private @Nullable Pricing pricing;
        private @Nullable String callbackData;
        private List<ProviderError> errors = List.of();

        private Builder(MessageId messageId, MessageStatus status, Instant at) {
            this.messageId = messageId;
            this.status = status;
            this.source = EventSource.of(at);
        }

        /** Where it came from, in place of the time given first. */
        public Builder source(EventSource source) {
            this.source = Objects.requireNonNull(source, "source");
            return this;
        }

        /** The business number. */
        public Builder sender(@Nullable SenderId sender) {
            this.source = source.toBuilder().sender(sender).build();
            return this;
        }

        /** The person, whose address becomes the recipient. */
        public Builder person(Person person) {
            this.person = person;
            this.recipient = person.recipient().orElse(null);
            return this;
        }

        /** The group. */
        public Builder groupId(String groupId) {
            this.groupId = Objects.requireNonNull(groupId, "groupId");
            return this;
        }

        /** The template that the BSP took the message for. */
        public Builder templateId(String templateId) {
            this.templateId = Objects.requireNonNull(templateId, "templateId");
            return this;
        }

        /** The conversation. */
        public Builder conversation(@Nullable Conversation conversation) {
            this.conversation = conversation;
            return this;
        }

        /** What it is billed as. */
        public Builder pricing(@Nullable Pricing pricing) {
            this.pricing = pricing;
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
