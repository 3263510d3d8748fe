package dev.wakit.commerce;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount added to or taken from an order: tax, shipping or discount. Immutable.
 *
 * @since 0.1
 */
public final class Charge {
    /** The most characters of the description: {@value}. */
    public static final int MAX_DESCRIPTION = 60;

    private final Amount amount;
    private final @Nullable String description;
    private final @Nullable String discountProgram;

    private Charge(Builder builder) {
        this.amount = Objects.requireNonNull(builder.amount, "amount");
        this.description = Check.optionalText("charge.description", builder.description, MAX_DESCRIPTION);
        this.discountProgram =
                Check.optionalText("charge.discount_program_name", builder.discountProgram, MAX_DESCRIPTION);
    }

    /** Returns a {@code Charge} with just the amount. */
    public static Charge of(Amount amount) {
        return builder(amount).build();
    }

    /** Returns a builder that begins with the amount. */
    public static Builder builder(Amount amount) {
        return new Builder(amount);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(amount);
        builder.description = description;
        builder.discountProgram = discountProgram;
        return builder;
    }

    /** Returns the amount. */
    public Amount amount() {
        return amount;
    }

    /** Returns what it is for, if any. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Returns the name of the discount programme, if any. */
    public Optional<String> discountProgram() {
        return Optional.ofNullable(discountProgram);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Charge that
                && amount.equals(that.amount)
                && Objects.equals(description, that.description)
                && Objects.equals(discountProgram, that.discountProgram);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, description, discountProgram);
    }

    @Override
    public String toString() {
        return "Charge[" + amount + "]";
    }

    /**
     * Builds a {@link Charge}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Amount amount;
        private @Nullable String description;
        private @Nullable String discountProgram;

        private Builder(Amount amount) {
            this.amount = amount;
        }

        /** Sets what it is for; at most 60 characters. */
        public Builder description(String description) {
            this.description = Objects.requireNonNull(description, "description");
            return this;
        }

        /** Sets the name of the discount programme; at most 60 characters. */
        public Builder discountProgram(String discountProgram) {
            this.discountProgram = Objects.requireNonNull(discountProgram, "discountProgram");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public Charge build() {
            return new Charge(this);
        }
    }
}
