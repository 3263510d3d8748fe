package dev.wakit.campaign.pacing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one campaign paces itself, beside its rate. Everything is optional; {@link #DEFAULT} holds nothing back. Immutable.
 *
 * <pre>{@code
 * Pacing.builder()
 *         .window(SendWindow.between("09:00", "21:00").inRecipientZone("Asia/Kolkata"))
 *         .delayBetween(Duration.ofSeconds(1), Duration.ofSeconds(4))
 *         .build()
 * }</pre>
 *
 * @since 0.1
 */
public final class Pacing {

    /** Sends as fast as the lane allows. */
    public static final Pacing DEFAULT = builder().build();

    private static final int MAX_WEIGHT = 100;

    private final Builder b;

    private Pacing(Builder builder) {
        this.b = builder;
    }

    /** Starts a pacing that holds nothing back. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with these values. */
    public Builder toBuilder() {
        return new Builder(b);
    }

    /** How urgent it is. */
    public Priority priority() {
        return b.priority;
    }

    /** Its share among campaigns of the same priority on the lane, 1 to 100; 10 when not given. */
    public int weight() {
        return b.weight;
    }

    /** How many of its requests may be on their way; 0 for as many as the lane allows. */
    public int maxInFlight() {
        return b.maxInFlight;
    }

    /** What happens when its start was missed. */
    public MisfirePolicy misfire() {
        return b.misfire;
    }

    /** The caps on messages to one person, beside the engine's. */
    public List<FrequencyCap> caps() {
        return b.caps;
    }

    /** The random pause between two messages. */
    public Optional<DelayRange> delay() {
        return Optional.ofNullable(b.delay);
    }

    /** The pause after every so many messages. */
    public Optional<BatchPause> batch() {
        return Optional.ofNullable(b.batch);
    }

    /** The hours at which it sends. */
    public Optional<SendWindow> window() {
        return Optional.ofNullable(b.window);
    }

    /** The period over which it is spread. */
    public Optional<Spread> spread() {
        return Optional.ofNullable(b.spread);
    }

    /** The part of the audience that goes first and is watched. */
    public Optional<Canary> canary() {
        return Optional.ofNullable(b.canary);
    }

    /** What it may cost. */
    public Optional<SpendBudget> spendBudget() {
        return Optional.ofNullable(b.spendBudget);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pacing that && b.values().equals(that.b.values());
    }

    @Override
    public int hashCode() {
        return b.values().hashCode();
    }

    @Override
    public String toString() {
        return "Pacing[" + b.priority + " " + b.weight + "]";
    }

    /** Collects the parts of a {@link Pacing}. Not thread-safe. */
    public static final class Builder {

        private Priority priority = Priority.NORMAL;
        private int weight = 10;
        private int maxInFlight;
        private MisfirePolicy misfire = MisfirePolicy.RUN_NOW;
        private List<FrequencyCap> caps = List.of();
        private @Nullable DelayRange delay;
        private @Nullable BatchPause batch;
        private @Nullable SendWindow window;
        private @Nullable Spread spread;
        private @Nullable Canary canary;
        private @Nullable SpendBudget spendBudget;

        private Builder() {}

        private Builder(Builder other) {
            this.priority = other.priority;
            this.weight = other.weight;
            this.maxInFlight = other.maxInFlight;
            this.misfire = other.misfire;
            this.caps = other.caps;
            this.delay = other.delay;
            this.batch = other.batch;
            this.window = other.window;
            this.spread = other.spread;
            this.canary = other.canary;
            this.spendBudget = other.spendBudget;
        }

        private List<Optional<Object>> values() {
            return List.of(
                    Optional.ofNullable(priority),
                    Optional.of(weight),
                    Optional.of(maxInFlight),
                    Optional.ofNullable(misfire),
                    Optional.ofNullable(caps),
                    Optional.ofNullable(delay),
                    Optional.ofNullable(batch),
                    Optional.ofNullable(window),
                    Optional.ofNullable(spread),
                    Optional.ofNullable(canary),
                    Optional.ofNullable(spendBudget));
        }

        /** How urgent it is. */
        public Builder priority(Priority value) {
            priority = Objects.requireNonNull(value, "priority");
            return this;
        }

        /** Its share among campaigns of the same priority, 1 to 100. */
        public Builder weight(int value) {
            if (value < 1 || value > MAX_WEIGHT) {
                throw new IllegalArgumentException("A weight of " + value + " is not possible. Use 1 to 100.");
            }
            weight = value;
            return this;
        }

        /** How many of its requests may be on their way, at least 1; 0 for as many as the lane allows. */
        public Builder maxInFlight(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("maxInFlight is " + value + ". Use 1 or more, or 0 for no bound.");
            }
            maxInFlight = value;
            return this;
        }

        /** What happens when its start was missed. */
        public Builder misfire(MisfirePolicy value) {
            misfire = Objects.requireNonNull(value, "misfire");
            return this;
        }

        /** Adds a cap on messages to one person. */
        public Builder addCap(FrequencyCap cap) {
            var more = new ArrayList<>(caps);
            more.add(cap);
            caps = List.copyOf(more);
            return this;
        }

        /** A random pause between two messages. */
        public Builder delayBetween(Duration min, Duration max) {
            delay = new DelayRange(min, max);
            return this;
        }

        /** A pause after every so many messages. */
        public Builder batch(int size, Duration pause) {
            batch = new BatchPause(size, pause);
            return this;
        }

        /** Spread evenly over so long from its start. */
        public Builder spreadOver(Duration period) {
            spread = Spread.over(period);
            return this;
        }

        /** Spread evenly until a time. */
        public Builder spreadUntil(Instant end) {
            spread = Spread.until(end);
            return this;
        }

        /** What it may cost; the engine needs a {@link PriceList} in the same currency. */
        public Builder spendBudget(BigDecimal amount, String currency) {
            spendBudget = new SpendBudget(amount, currency);
            return this;
        }

        /** The random pause between two messages; null for none. */
        public Builder delay(@Nullable DelayRange value) {
            delay = value;
            return this;
        }

        /** The pause after every so many messages; null for none. */
        public Builder batch(@Nullable BatchPause value) {
            batch = value;
            return this;
        }

        /** The hours at which it sends; null for none. */
        public Builder window(@Nullable SendWindow value) {
            window = value;
            return this;
        }

        /** The period over which it is spread; null for none. */
        public Builder spread(@Nullable Spread value) {
            spread = value;
            return this;
        }

        /** The part of the audience that goes first and is watched; null for none. */
        public Builder canary(@Nullable Canary value) {
            canary = value;
            return this;
        }

        /** What it may cost; null for none. */
        public Builder spendBudget(@Nullable SpendBudget value) {
            spendBudget = value;
            return this;
        }

        /** Builds the pacing. */
        public Pacing build() {
            return new Pacing(new Builder(this));
        }
    }
}
