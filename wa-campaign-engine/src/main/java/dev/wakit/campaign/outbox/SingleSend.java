package dev.wakit.campaign.outbox;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * <pre>{@code
 * SingleSend.builder(Recipient.of(phone), TemplateMessage.builder("login_code", "en_US").authenticationCode(code).build())
 *         .category(SendCategory.AUTHENTICATION)
 *         .priority(Priority.URGENT)
 *         .idempotencyKey("login-" + login.id())
 *         .sendBy(login.startedAt().plus(Duration.ofMinutes(5)))
 *         .build();
 * }</pre>
 *
 * <p>Immutable. {@link #toString()} shows the kind of message only.
 *
 * @since 0.1
 */
public final class SingleSend {

    /** The most characters of an idempotency key: {@value}. */
    public static final int MAX_KEY = 200;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1," + MAX_KEY + "}");

    private final Builder b;

    private SingleSend(Builder builder) {
        this.b = builder;
    }

    /** Starts the description of a send. */
    public static Builder builder(Recipient recipient, Message message) {
        return new Builder(Objects.requireNonNull(recipient, "recipient"), Objects.requireNonNull(message, "message"));
    }

    /** A builder that holds this send's values. */
    public Builder toBuilder() {
        return new Builder(b);
    }

    /** Whom it goes to. */
    public Recipient recipient() {
        return b.recipient;
    }

    /** What is sent. */
    public Message message() {
        return b.message;
    }

    /** The provider that sends it; the engine's only one when not given. */
    public Optional<ProviderId> provider() {
        return Optional.ofNullable(b.provider);
    }

    /** The sender; the provider's default sender when not given. */
    public Optional<SenderId> sender() {
        return Optional.ofNullable(b.sender);
    }

    /** Who goes first; {@link Priority#NORMAL} when not given. */
    public Priority priority() {
        return b.priority;
    }

    /**
     * What it is for. When not given: {@link SendCategory#MARKETING} for a template, since the stricter rule is the safe one, and
     * {@link SendCategory#SERVICE} for everything else, since WhatsApp lets that through only as an answer.
     */
    public SendCategory category() {
        if (b.category != null) {
            return b.category;
        }
        return b.message.kind() == MessageKind.TEMPLATE ? SendCategory.MARKETING : SendCategory.SERVICE;
    }

    /** What is done when its answer is lost; {@link SendMode#RECONCILE_HOLD}, which never sends twice, when not given. */
    public SendMode sendMode() {
        return b.sendMode;
    }

    /** The name of this send, under which it is enqueued once only. */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(b.idempotencyKey);
    }

    /** At this time and later it is not sent any more, but skipped as too late. */
    public Optional<Instant> sendBy() {
        return Optional.ofNullable(b.sendBy);
    }

    /** It is not sent before this time. */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(b.notBefore);
    }

    /** The message that this one answers, and is shown to quote. */
    public Optional<MessageId> replyTo() {
        return Optional.ofNullable(b.replyTo);
    }

    /** The hash that the person's identity must still have when the message arrives. */
    public Optional<String> identityHash() {
        return Optional.ofNullable(b.identityHash);
    }

    @Override
    public String toString() {
        return "SingleSend[" + b.message.kind() + ", " + category() + ", " + b.priority + "]";
    }

    /** Collects the parts of a {@link SingleSend}. Not thread-safe. */
    public static final class Builder {

        private final Recipient recipient;
        private final Message message;
        private @Nullable ProviderId provider;
        private @Nullable SenderId sender;
        private Priority priority = Priority.NORMAL;
        private @Nullable SendCategory category;
        private SendMode sendMode = SendMode.RECONCILE_HOLD;

        private @Nullable String idempotencyKey;
        private @Nullable Instant sendBy;
        private @Nullable Instant notBefore;
        private @Nullable MessageId replyTo;
        private @Nullable String identityHash;

        private Builder(Recipient recipient, Message message) {
            this.recipient = recipient;
            this.message = message;
        }

        private Builder(Builder other) {
            this(other.recipient, other.message);
            this.provider = other.provider;
            this.sender = other.sender;
            this.priority = other.priority;
            this.category = other.category;
            this.sendMode = other.sendMode;

            this.idempotencyKey = other.idempotencyKey;
            this.sendBy = other.sendBy;
            this.notBefore = other.notBefore;
            this.replyTo = other.replyTo;
            this.identityHash = other.identityHash;
        }

        /** The provider that sends it, where the engine has several. */
        public Builder provider(ProviderId provider) {
            this.provider = Objects.requireNonNull(provider, "provider");
            return this;
        }

        /** The sender, where it is not the provider's default one. */
        public Builder sender(SenderId sender) {
            this.sender = Objects.requireNonNull(sender, "sender");
            return this;
        }

        /** Who goes first. */
        public Builder priority(Priority priority) {
            this.priority = Objects.requireNonNull(priority, "priority");
            return this;
        }

        /** What it is for. */
        public Builder category(SendCategory category) {
            this.category = Objects.requireNonNull(category, "category");
            return this;
        }

        /**
         * What is done when its answer is lost. A one-time password may well be sent twice rather than never: {@link
         * SendMode#AT_LEAST_ONCE}.
         */
        public Builder sendMode(SendMode sendMode) {
            this.sendMode = Objects.requireNonNull(sendMode, "sendMode");
            return this;
        }

        /**
         * The name of this send, unique within the tenant and remembered for at least 7 days: the same send under the same key is
         * enqueued once, however often and from however many threads it is asked for.
         *
         * <p>The same send has the same message, recipient, sender, category, priority, mode, times, reply and identity. So a time in it is counted
         * from something that is stored, such as when the order was placed, and not from when it is asked for.
         *
         * @throws IllegalArgumentException unless it has 1 to {@value #MAX_KEY} visible ASCII characters
         */
        public Builder idempotencyKey(String key) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("An idempotency key has 1 to " + MAX_KEY
                        + " visible ASCII characters and no space; this one has " + key.length()
                        + " characters. Use an id such as a UUID.");
            }
            this.idempotencyKey = key;
            return this;
        }

        /** From this time on it is too late. */
        public Builder sendBy(Instant sendBy) {
            this.sendBy = Objects.requireNonNull(sendBy, "sendBy");
            return this;
        }

        /** Before this time it is too early. */
        public Builder notBefore(Instant notBefore) {
            this.notBefore = Objects.requireNonNull(notBefore, "notBefore");
            return this;
        }

        /** The message to answer; WhatsApp shows it above this one, except above a template. */
        public Builder replyTo(MessageId replyTo) {
            this.replyTo = Objects.requireNonNull(replyTo, "replyTo");
            return this;
        }

        /**
         * The hash of the person's identity, as a webhook told it: a number that changed hands gets no message meant for its former
         * owner, and the delivery is FAILED instead. Needs a provider that checks identities; the check is a setting of the sender.
         *
         * @throws IllegalArgumentException if it is blank
         */
        public Builder identityHash(String identityHash) {
            if (identityHash.isBlank()) {
                throw new IllegalArgumentException(
                        "The identity hash is blank. Give the one of a webhook, or leave it out.");
            }
            this.identityHash = identityHash;
            return this;
        }

        /**
         * Builds the send.
         *
         * @throws IllegalArgumentException if it would be too late before it is not too early any more
         */
        public SingleSend build() {
            if (sendBy != null && notBefore != null && !sendBy.isAfter(notBefore)) {
                throw new IllegalArgumentException("sendBy " + sendBy + " is not after notBefore " + notBefore
                        + ": the message could never be sent. Choose a later sendBy.");
            }
            return new SingleSend(new Builder(this));
        }
    }
}
