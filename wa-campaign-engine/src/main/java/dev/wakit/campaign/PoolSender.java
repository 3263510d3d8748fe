package dev.wakit.campaign;

import dev.wakit.address.SenderId;
import dev.wakit.provider.ProviderId;
import java.util.Objects;

/**
 * One sender of a {@link SenderPool}.
 *
 * <p>Immutable.
 *
 * @param provider the provider instance
 * @param sender the business number at that provider
 * @param weight how much of the campaign it takes beside the others, 1 to 1,000: a sender with weight 3 gets three times as many
 *     people as one with weight 1
 * @since 0.1
 */
public record PoolSender(ProviderId provider, SenderId sender, int weight) {

    /** The largest weight. */
    public static final int MAX_WEIGHT = 1_000;

    /** Checks the weight. */
    public PoolSender {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(sender, "sender");
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException(
                    "The weight of a sender is " + weight + ". Use 1 to " + MAX_WEIGHT + ".");
        }
    }

    /** A sender that takes as much as every other one of this weight, 1. */
    public PoolSender(ProviderId provider, SenderId sender) {
        this(provider, sender, 1);
    }
}
