package dev.wakit.inbound;

import dev.wakit.address.Recipient;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.UnknownContent;
import dev.wakit.message.MessageId;
import java.util.List;
import java.util.Objects;
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

    private final EventSource source;
    private final MessageId messageId;
    private final String type;
    private final InboundContent content;
    private final Person person;
    private final MessageContext context;
    private final @Nullable Referral referral;
    private final String groupId;
    private final List<ProviderError> errors;

    private MessageReceived(Builder builder) {
        this.source = builder.source;
        this.messageId = builder.messageId;
        this.type = builder.type;
        this.content = builder.content;
        this.person = builder.person;
        this.context = builder.context;
        this.referral = builder.referral;
        this.groupId = builder.groupId;
        this.errors = builder.errors;
    }

    /**
     * Starts a received message.
     *
     * @param source where it came from, with the message as the BSP wrote it, so that nothing is lost
     * @param type the BSP's word for the kind of content, such as {@code text} or {@code image}
     */
    public static Builder builder(EventSource source, MessageId messageId, String type) {
        return new Builder(source, messageId, type);
    }

    @Override
    public EventSource source() {
        return source;
    }

    /** The BSP's id of the message. */
    public MessageId messageId() {
        return messageId;
    }

    /** The BSP's word for the kind of content. */
    public String type() {
        return type;
    }

    /** What was sent. */
    public InboundContent content() {
        return content;
    }

    /** The message as the BSP wrote it. */
    public String raw() {
        return source.raw();
    }

    /** Everything that the BSP says about who wrote. */
    public Person person() {
        return person;
    }

    /** The address to answer to, where the BSP says who wrote. */
    public Optional<Recipient> from() {
        return person.recipient();
    }

    /** The person's own profile name: text that they chose. */
    public Optional<String> profileName() {
        return Optional.of(person.name()).filter(name -> !name.isEmpty());
    }

    /** The text written, the caption, or the title of the button or row pressed. */
    public Optional<String> text() {
        return content.text();
    }

    /** The id or payload of the button or row pressed. */
    public Optional<String> payload() {
        return content.payload();
    }

    /** Whether the person said something by it: taking a message or a reaction back says nothing. */
    public boolean isAnswer() {
        return content.isAnswer();
    }

    /** What the message refers to. */
    public MessageContext context() {
        return context;
    }

    /** The message that this one answers, where the BSP says so. */
    public Optional<MessageId> replyTo() {
        return Optional.of(context.messageId())
                .filter(id -> !id.isBlank() && id.codePointCount(0, id.length()) <= MessageId.MAX_LENGTH)
                .map(MessageId::of);
    }

    /** The advertisement or post through which the person came. */
    public Optional<Referral> referral() {
        return Optional.ofNullable(referral);
    }

    /** The group that it was written in; empty if it was written to us alone. */
    public String groupId() {
        return groupId;
    }

    /** Why the BSP could not hand over everything. */
    public List<ProviderError> errors() {
        return errors;
    }

    @Override
    public String toString() {
        return "MessageReceived[" + type + " at " + at() + "]";
    }

    /** Collects the parts of a {@link MessageReceived}. Not thread-safe. */
    public static final class Builder {

        private final EventSource source;
        private final MessageId messageId;
        private final String type;
        private InboundContent content;
        private Person person = Person.NOBODY;
        private MessageContext context = MessageContext.NONE;
        private @Nullable Referral referral;
        private String groupId = "";
        private List<ProviderError> errors = List.of();

        private Builder(EventSource source, MessageId messageId, String type) {
            this.source = Objects.requireNonNull(source, "source");
            this.messageId = Objects.requireNonNull(messageId, "messageId");
            this.type = Objects.requireNonNull(type, "type");
            this.content = new UnknownContent(type);
        }

        /** What was sent. */
        public Builder content(InboundContent content) {
            this.content = Objects.requireNonNull(content, "content");
            return this;
        }

        /** The person. */
        public Builder person(Person person) {
            this.person = Objects.requireNonNull(person, "person");
            return this;
        }

        /** What it refers to. */
        public Builder context(MessageContext context) {
            this.context = Objects.requireNonNull(context, "context");
            return this;
        }

        /** The advertisement or post. */
        public Builder referral(@Nullable Referral referral) {
            this.referral = referral;
            return this;
        }

        /** The group. */
        public Builder groupId(String groupId) {
            this.groupId = Objects.requireNonNull(groupId, "groupId");
            return this;
        }

        /** Why the BSP could not hand over everything. */
        public Builder errors(List<ProviderError> errors) {
            this.errors = List.copyOf(errors);
            return this;
        }

        /** Builds the event. */
        public MessageReceived build() {
            return new MessageReceived(this);
        }
    }
}
