package dev.wakit.provider;

import dev.wakit.message.Message;
import dev.wakit.message.MessageKind;
import dev.wakit.rate.RateLimit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

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
    private final RateLimit throughput;

    private Capabilities(Builder builder) {
        this.messageKinds = Set.copyOf(builder.messageKinds);
        this.echoesCallbackData = builder.echoesCallbackData;
        this.sendsToBsuid = builder.sendsToBsuid;
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
        return messageKinds.contains(message.kind());
    }

    /** Whether status webhooks repeat {@link SendRequest#callbackData()}, the strongest evidence about a lost answer. */
    public boolean echoesCallbackData() {
        return echoesCallbackData;
    }

    /** Whether a person can be addressed by business-scoped user id alone. */
    public boolean sendsToBsuid() {
        return sendsToBsuid;
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

        /** Builds the declaration. */
        public Capabilities build() {
            return new Capabilities(this);
        }
    }
}
