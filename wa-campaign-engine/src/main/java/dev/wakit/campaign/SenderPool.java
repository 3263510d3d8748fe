package dev.wakit.campaign;

import dev.wakit.address.SenderId;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The senders that share one campaign, of one BSP or of several.
 *
 * <p>Each person gets the message from one sender: the one that wrote to them last, if it is in the pool, and otherwise the one that a
 * hash of the person picks by the weights, which is the same in every campaign with the same pool. What waits for a sender that cannot
 * send goes to the others after {@link #failoverAfter}.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class SenderPool {

    /** The most senders of a pool. */
    public static final int MAX_SENDERS = 100;

    /** How long a sender may be held before the others take over what waits for it, when not said otherwise. */
    public static final Duration DEFAULT_FAILOVER_AFTER = Duration.ofSeconds(30);

    /** The longest such time; a pool may also have none. */
    public static final Duration MAX_FAILOVER_AFTER = Duration.ofHours(24);

    private final List<PoolSender> senders;
    private final @Nullable Duration failoverAfter;

    private SenderPool(List<PoolSender> senders, @Nullable Duration failoverAfter) {
        this.senders = List.copyOf(senders);
        this.failoverAfter = failoverAfter;
    }

    /**
     * A pool of these senders with the default failover.
     *
     * @throws IllegalArgumentException as {@link Builder#build}
     */
    public static SenderPool of(PoolSender... senders) {
        Builder builder = builder();
        for (PoolSender sender : senders) {
            builder.add(sender);
        }
        return builder.build();
    }

    /** Starts an empty pool. */
    public static Builder builder() {
        return new Builder();
    }

    /** The senders, 1 to {@value #MAX_SENDERS}, in the order in which they were added. */
    public List<PoolSender> senders() {
        return senders;
    }

    /** The providers of the senders, each once. */
    public Set<ProviderId> providers() {
        return senders.stream().map(PoolSender::provider).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** For how long a sender is held before what waits for it goes to the others; empty if it always waits. */
    public Optional<Duration> failoverAfter() {
        return Optional.ofNullable(failoverAfter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SenderPool pool
                && senders.equals(pool.senders)
                && Objects.equals(failoverAfter, pool.failoverAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(senders, failoverAfter);
    }

    @Override
    public String toString() {
        return "SenderPool[" + senders.size() + " senders, failover "
                + (failoverAfter == null ? "never" : "after " + failoverAfter) + "]";
    }

    /** Collects the parts of a {@link SenderPool}. Not thread-safe. */
    public static final class Builder {

        private final List<PoolSender> senders = new ArrayList<>();
        private @Nullable Duration failoverAfter = DEFAULT_FAILOVER_AFTER;

        private Builder() {}

        /** Adds a sender. */
        public Builder add(PoolSender sender) {
            senders.add(Objects.requireNonNull(sender, "sender"));
            return this;
        }

        /**
         * Adds a sender.
         *
         * @param weight as {@link PoolSender#weight}
         */
        public Builder add(ProviderId provider, SenderId sender, int weight) {
            return add(new PoolSender(provider, sender, weight));
        }

        /**
         * For how long a sender is held before the others take over what waits for it, instead of
         * {@link SenderPool#DEFAULT_FAILOVER_AFTER}.
         *
         * @param after zero to {@link SenderPool#MAX_FAILOVER_AFTER}, in whole milliseconds
         * @throws IllegalArgumentException outside these limits
         */
        public Builder failoverAfter(Duration after) {
            if (after.isNegative() || after.compareTo(MAX_FAILOVER_AFTER) > 0) {
                throw new IllegalArgumentException("failoverAfter is " + after + ". Use 0 to " + MAX_FAILOVER_AFTER
                        + ", or call neverFailOver().");
            }
            failoverAfter = Duration.ofMillis(after.toMillis());
            return this;
        }

        /** What waits for a sender waits until it can send, however long that takes. */
        public Builder neverFailOver() {
            failoverAfter = null;
            return this;
        }

        /**
         * Builds the pool.
         *
         * @throws IllegalArgumentException if it has no sender, more than {@value SenderPool#MAX_SENDERS}, or the same one twice
         */
        public SenderPool build() {
            if (senders.isEmpty() || senders.size() > MAX_SENDERS) {
                throw new IllegalArgumentException(
                        "A pool of " + senders.size() + " senders is not possible. Use 1 to " + MAX_SENDERS + ".");
            }
            Set<List<Object>> known = new LinkedHashSet<>();
            for (PoolSender sender : senders) {
                if (!known.add(List.of(sender.provider(), sender.sender()))) {
                    throw new IllegalArgumentException(
                            "Sender " + sender.sender().value() + " of provider '" + sender.provider()
                                    + "' is in the pool twice. Add it once, with the sum of the weights.");
                }
            }
            return new SenderPool(senders, failoverAfter);
        }
    }
}
