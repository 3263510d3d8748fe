package dev.wakit.provider;

import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageKind;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.ButtonParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a provider can do, declared so that nobody has to find out by failing.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class Capabilities {

    private final Set<MessageKind> messageKinds;
    private final boolean echoesCallbackData;
    private final boolean sendsToBsuid;
    private final boolean checksIdentity;
    private final boolean payments;
    private final boolean marketingDelivery;
    private final Set<InteractiveKind> interactiveKinds;
    private final boolean sendsMediaById;
    private final boolean quotesMessages;
    private final List<Function<Message, Optional<String>>> limits;
    private final RateLimit throughput;

    private Capabilities(Builder builder) {
        this.messageKinds = Set.copyOf(builder.messageKinds);
        this.echoesCallbackData = builder.echoesCallbackData;
        this.sendsToBsuid = builder.sendsToBsuid;
        this.checksIdentity = builder.checksIdentity;
        this.payments = builder.payments;
        this.marketingDelivery = builder.marketingDelivery;
        this.interactiveKinds =
                messageKinds.contains(MessageKind.INTERACTIVE) ? Set.copyOf(builder.interactiveKinds) : Set.of();
        this.sendsMediaById = builder.sendsMediaById;
        this.quotesMessages = builder.quotesMessages;
        this.limits = List.copyOf(builder.limits);
        this.throughput = builder.throughput;
    }

    /**
     * Starts a declaration.
     *
     * @param throughput what one sender may send when the BSP tells nothing else
     */
    public static Builder builder(RateLimit throughput) {
        return new Builder(throughput);
    }

    /** The kinds of message that can be sent. */
    public Set<MessageKind> messageKinds() {
        return messageKinds;
    }

    /** Whether this message can be sent. */
    public boolean supports(Message message) {
        return missingFor(message).isEmpty();
    }

    /**
     * What this message needs and the provider does not have: the rest of a sentence that begins with the provider. Empty if it can
     * be sent.
     */
    public Optional<String> missingFor(Message message) {
        if (!messageKinds.contains(message.kind())) {
            return Optional.of("does not send " + message.kind() + " messages. It sends " + messageKinds + ".");
        }
        if (message instanceof InteractiveMessage interactive
                && !interactiveKinds.contains(interactive.action().kind())) {
            return Optional.of("does not send INTERACTIVE messages of the kind "
                    + interactive.action().kind() + ". It sends " + interactiveKinds + ".");
        }
        if (!sendsMediaById && MediaUse.byId(message)) {
            return Optional.of("keeps no media, and this " + message.kind()
                    + " message names a file by its id. Give a link to the file: MediaSource.link(...).");
        }
        if (!payments && isPaid(message)) {
            return Optional.of("does not send orders to pay. Switch payments on, if the account may take them.");
        }
        boolean needsMarketing = message instanceof TemplateMessage template
                && template.marketing().filter(MarketingDelivery::strict).isPresent();
        if (!marketingDelivery && needsMarketing) {
            return Optional.of("has no marketing delivery, which this message insists on. Leave strict(true) out.");
        }
        for (Function<Message, Optional<String>> limit : limits) {
            Optional<String> missing = limit.apply(message);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    /** What this request needs and the provider does not have, as {@link #missingFor(Message)} tells it. */
    public Optional<String> missingFor(SendRequest request) {
        if (!sendsToBsuid && request.recipient().phone().isEmpty()) {
            return Optional.of("sends to phone numbers only, and the recipient has none. Give the recipient's number.");
        }
        if (!checksIdentity && request.identityHash().isPresent()) {
            return Optional.of("does not check identities, so the message could reach somebody else."
                    + " Leave the identity hash out only if that is acceptable.");
        }
        // A reaction names its message in itself, so it needs no reply context.
        if (!quotesMessages
                && request.replyTo().isPresent()
                && request.message().kind() != MessageKind.REACTION) {
            return Optional.of("cannot quote the message that this one answers. Leave replyTo(...) out.");
        }
        return missingFor(request.message());
    }

    private static boolean isPaid(Message message) {
        if (message instanceof InteractiveMessage interactive) {
            InteractiveKind kind = interactive.action().kind();
            return kind == InteractiveKind.ORDER_DETAILS || kind == InteractiveKind.ORDER_STATUS;
        }
        return message instanceof TemplateMessage template
                && template.buttons().values().stream().anyMatch(ButtonParameter.Order.class::isInstance);
    }

    /** Whether status webhooks repeat {@link SendRequest#callbackData()}, the strongest evidence about a lost answer. */
    public boolean echoesCallbackData() {
        return echoesCallbackData;
    }

    /** Whether a person can be addressed by business-scoped user id alone. */
    public boolean sendsToBsuid() {
        return sendsToBsuid;
    }

    /** Whether {@link SendRequest#identityHash()} is checked before a message is delivered. */
    public boolean checksIdentity() {
        return checksIdentity;
    }

    /** Whether orders can be paid in the chat: order details, order status, and template buttons with an order. */
    public boolean payments() {
        return payments;
    }

    /** Whether {@link TemplateMessage#marketing()} is followed; without it such a message is sent as any other. */
    public boolean marketingDelivery() {
        return marketingDelivery;
    }

    /** The kinds of interactive message that can be sent; empty if none is. */
    public Set<InteractiveKind> interactiveKinds() {
        return interactiveKinds;
    }

    /** Whether a message can name a file by the id of an upload; without it only by a link. */
    public boolean sendsMediaById() {
        return sendsMediaById;
    }

    /** Whether {@link SendRequest#replyTo()} is shown to the person. */
    public boolean quotesMessages() {
        return quotesMessages;
    }

    /** What one sender may send when the BSP tells nothing else. */
    public RateLimit throughput() {
        return throughput;
    }

    /** Collects the parts of {@link Capabilities}. Not thread-safe. */
    public static final class Builder {

        private final EnumSet<MessageKind> messageKinds = EnumSet.noneOf(MessageKind.class);
        private final RateLimit throughput;
        private boolean echoesCallbackData;
        private boolean sendsToBsuid;
        private boolean checksIdentity;
        private boolean payments;
        private boolean marketingDelivery;
        private final EnumSet<InteractiveKind> interactiveKinds = EnumSet.allOf(InteractiveKind.class);
        private boolean sendsMediaById = true;
        private boolean quotesMessages = true;
        private final List<Function<Message, Optional<String>>> limits = new ArrayList<>();

        private Builder(RateLimit throughput) {
            this.throughput = throughput;
        }

        /** Adds kinds that can be sent. */
        public Builder addMessageKinds(MessageKind... kinds) {
            messageKinds.addAll(Arrays.asList(kinds));
            return this;
        }

        /** Whether status webhooks repeat the callback data. */
        public Builder echoesCallbackData(boolean echoesCallbackData) {
            this.echoesCallbackData = echoesCallbackData;
            return this;
        }

        /** Whether a business-scoped user id alone is enough. */
        public Builder sendsToBsuid(boolean sendsToBsuid) {
            this.sendsToBsuid = sendsToBsuid;
            return this;
        }

        /** Whether identity hashes are checked. */
        public Builder checksIdentity(boolean checksIdentity) {
            this.checksIdentity = checksIdentity;
            return this;
        }

        /** Whether orders can be paid in the chat. */
        public Builder payments(boolean payments) {
            this.payments = payments;
            return this;
        }

        /** Whether there is a way of its own for marketing messages. */
        public Builder marketingDelivery(boolean marketingDelivery) {
            this.marketingDelivery = marketingDelivery;
            return this;
        }

        /** The kinds of interactive message that can be sent; all by default, once {@link MessageKind#INTERACTIVE} is added. */
        public Builder interactiveKinds(InteractiveKind... kinds) {
            interactiveKinds.clear();
            interactiveKinds.addAll(Arrays.asList(kinds));
            return this;
        }

        /** Whether files can be named by the id of an upload; true by default. */
        public Builder sendsMediaById(boolean sendsMediaById) {
            this.sendsMediaById = sendsMediaById;
            return this;
        }

        /** Whether a message can quote the one that it answers; true by default. */
        public Builder quotesMessages(boolean quotesMessages) {
            this.quotesMessages = quotesMessages;
            return this;
        }

        /**
         * Adds a limit of this BSP alone, such as a part of a template that it cannot carry.
         *
         * @param limit for a message that cannot be sent the rest of a sentence that begins with the provider and says what to do
         *     instead, without personal data; empty for others
         */
        public Builder addLimit(Function<Message, Optional<String>> limit) {
            limits.add(limit);
            return this;
        }

        /** Builds the declaration. */
        public Capabilities build() {
            return new Capabilities(this);
        }
    }
}
