package dev.wakit.message.interactive;

import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentState;
import dev.wakit.internal.Check;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * News about an order that was sent as {@link OrderDetails}. Immutable.
 *
 * @since 0.1
 */
public final class OrderStatus implements InteractiveAction {
    /** The most characters of an order number: {@value}. */
    public static final int MAX_REFERENCE = 60;

    /** The most characters of a description: {@value}. */
    public static final int MAX_DESCRIPTION = 120;

    private final String referenceId;
    private final OrderState state;
    private final @Nullable String description;
    private final @Nullable PaymentState payment;
    private final @Nullable Instant paidAt;

    private OrderStatus(Builder builder) {
        this.referenceId = Check.text("order_status.reference_id", builder.referenceId, MAX_REFERENCE);
        this.state = Objects.requireNonNull(builder.state, "state");
        this.description = Check.optionalText("order_status.description", builder.description, MAX_DESCRIPTION);
        this.payment = builder.payment;
        this.paidAt = builder.paidAt;
        Check.that(paidAt == null || payment != null, "order_status.payment", "must be set when paidAt is.");
    }

    /** Returns an {@code OrderStatus} with just your order number and how far the order has come. */
    public static OrderStatus of(String referenceId, OrderState state) {
        return builder(referenceId, state).build();
    }

    /** Returns a builder that begins with your order number and how far the order has come. */
    public static Builder builder(String referenceId, OrderState state) {
        return new Builder(referenceId, state);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(referenceId, state);
        builder.description = description;
        builder.payment = payment;
        builder.paidAt = paidAt;
        return builder;
    }

    /** Returns your order number. */
    public String referenceId() {
        return referenceId;
    }

    /** Returns how far the order has come. */
    public OrderState state() {
        return state;
    }

    /** Returns the text that explains it, if any. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Returns how far the payment has come, if any. */
    public Optional<PaymentState> payment() {
        return Optional.ofNullable(payment);
    }

    /** Returns when the payment changed, if any. */
    public Optional<Instant> paidAt() {
        return Optional.ofNullable(paidAt);
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.ORDER_STATUS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderStatus that
                && referenceId.equals(that.referenceId)
                && state.equals(that.state)
                && Objects.equals(description, that.description)
                && Objects.equals(payment, that.payment)
                && Objects.equals(paidAt, that.paidAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(referenceId, state, description, payment, paidAt);
    }

    @Override
    public String toString() {
        return "OrderStatus[referenceId=" + referenceId + ", state=" + state + ", payment=" + payment + "]";
    }

    /**
     * Builds an {@link OrderStatus}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String referenceId;
        private final OrderState state;
        private @Nullable String description;
        private @Nullable PaymentState payment;
        private @Nullable Instant paidAt;

        private Builder(String referenceId, OrderState state) {
            this.referenceId = referenceId;
            this.state = state;
        }

        /** Sets the text that explains it; at most 120 characters. */
        public Builder description(String description) {
            this.description = Objects.requireNonNull(description, "description");
            return this;
        }

        /** Sets how far the payment has come. */
        public Builder payment(PaymentState payment) {
            this.payment = Objects.requireNonNull(payment, "payment");
            return this;
        }

        /** Sets when the payment changed. */
        public Builder paidAt(Instant paidAt) {
            this.paidAt = Objects.requireNonNull(paidAt, "paidAt");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public OrderStatus build() {
            return new OrderStatus(this);
        }
    }
}
