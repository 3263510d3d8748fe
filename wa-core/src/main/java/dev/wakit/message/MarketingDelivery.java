package dev.wakit.message;

import dev.wakit.internal.Check;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a marketing template goes through the BSP's own way for marketing messages, such as Meta's Marketing Messages API.
 *
 * <p>That way costs the same and lets the BSP choose when and to whom a message is shown best. It takes marketing templates only,
 * and the account must have agreed to its terms. A provider without such a way sends the template as any other, unless {@link
 * #strict()}.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class MarketingDelivery {

    private static final MarketingDelivery STANDARD = builder().build();

    private final boolean strict;
    private final @Nullable Boolean activitySharing;
    private final @Nullable BigDecimal bidMultiplier;

    private MarketingDelivery(Builder builder) {
        this.strict = builder.strict;
        this.activitySharing = builder.activitySharing;
        this.bidMultiplier = builder.bidMultiplier;
        Check.that(
                bidMultiplier == null || bidMultiplier.signum() > 0,
                "marketing.bid_multiplier",
                "must be above 0, but is " + bidMultiplier + ".");
    }

    /** Returns the usual way: as any other template where the account is not ready for marketing messages. */
    public static MarketingDelivery standard() {
        return STANDARD;
    }

    /** Returns a builder of the usual way. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.strict = strict;
        builder.activitySharing = activitySharing;
        builder.bidMultiplier = bidMultiplier;
        return builder;
    }

    /** Tells whether the message is rather refused than sent in another way. */
    public boolean strict() {
        return strict;
    }

    /** Returns whether the BSP may learn from what the person reads and taps; the account's setting if empty. */
    public Optional<Boolean> activitySharing() {
        return Optional.ofNullable(activitySharing);
    }

    /** Returns what the bid of the template is multiplied by for this message, if anything. */
    public Optional<BigDecimal> bidMultiplier() {
        return Optional.ofNullable(bidMultiplier);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarketingDelivery that
                && strict == that.strict
                && Objects.equals(activitySharing, that.activitySharing)
                && Objects.equals(bidMultiplier, that.bidMultiplier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(strict, activitySharing, bidMultiplier);
    }

    @Override
    public String toString() {
        return "MarketingDelivery[strict=" + strict + ", activitySharing=" + activitySharing + ", bidMultiplier="
                + bidMultiplier + "]";
    }

    /**
     * Builds a {@link MarketingDelivery}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private boolean strict;
        private @Nullable Boolean activitySharing;
        private @Nullable BigDecimal bidMultiplier;

        private Builder() {}

        /** Sets whether the message is rather refused than sent in another way; false by default. */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /** Sets whether the BSP may learn from what the person reads and taps; the account's setting by default. */
        public Builder activitySharing(boolean activitySharing) {
            this.activitySharing = activitySharing;
            return this;
        }

        /** Sets what the bid of the template is multiplied by; above 0. Only for templates that have a bid. */
        public Builder bidMultiplier(BigDecimal bidMultiplier) {
            // One form for equal numbers, so that equal messages are stored as equal texts.
            BigDecimal shortest = bidMultiplier.stripTrailingZeros();
            this.bidMultiplier = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if the multiplier is not above 0
         */
        public MarketingDelivery build() {
            return new MarketingDelivery(this);
        }
    }
}
