package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an event came from: the BSP's name for it, when, and whose account and number it concerns.
 *
 * <p>Immutable. {@link #toString()} does not reveal the content.
 *
 * @since 0.1
 */
public final class EventSource {

    private final String name;
    private final Instant at;
    private final boolean timed;
    private final String account;
    private final @Nullable SenderId sender;
    private final String displayNumber;
    private final String raw;

    private EventSource(Builder builder) {
        this.name = builder.name;
        this.at = builder.at;
        this.timed = builder.timed;
        this.account = builder.account;
        this.sender = builder.sender;
        this.displayNumber = builder.displayNumber;
        this.raw = builder.raw;
    }

    /**
     * Starts a source.
     *
     * @param name the BSP's name for the event, such as the {@code field} of a Meta webhook; empty if it has none
     * @param at when it happened, or when it was received if the BSP gave no time
     */
    public static Builder builder(String name, Instant at) {
        return new Builder(name, at);
    }

    /** A source of which only the time is known. */
    public static EventSource of(Instant at) {
        return builder("", at).timed(true).build();
    }

    /** A builder that begins with everything set here. */
    public Builder toBuilder() {
        return builder(name, at)
                .timed(timed)
                .account(account)
                .sender(sender)
                .displayNumber(displayNumber)
                .raw(raw);
    }

    /** The BSP's name for the event; empty if it has none. */
    public String name() {
        return name;
    }

    /** When it happened, by the BSP's clock; the time of receipt if the BSP gave none, see {@link #isTimed()}. */
    public Instant at() {
        return at;
    }

    /** Whether {@link #at()} is the BSP's time. */
    public boolean isTimed() {
        return timed;
    }

    /** The BSP's id of the account, such as a WABA id; empty if it does not say. */
    public String account() {
        return account;
    }

    /** The business number that the event concerns, where the BSP names it by id. */
    public Optional<SenderId> sender() {
        return Optional.ofNullable(sender);
    }

    /** The business number as it is displayed, in digits; empty if the BSP does not say. */
    public String displayNumber() {
        return displayNumber;
    }

    /** The event as the BSP wrote it; empty for statuses, which are many and typed as a whole. */
    public String raw() {
        return raw;
    }

    /**
     * A text that is the same when the BSP posts the same event again. It holds personal data: hash it before it is stored.
     */
    public String repeatKey() {
        return String.join("\0", name, account, displayNumber, timed ? at.toString() : "", raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventSource that
                && name.equals(that.name)
                && at.equals(that.at)
                && timed == that.timed
                && account.equals(that.account)
                && Objects.equals(sender, that.sender)
                && displayNumber.equals(that.displayNumber)
                && raw.equals(that.raw);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, at, timed, account, sender, displayNumber, raw);
    }

    @Override
    public String toString() {
        return "EventSource[" + (name.isEmpty() ? "" : name + " ") + "at " + at + "]";
    }

    /** Collects the parts of an {@link EventSource}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private Instant at;
        private boolean timed;
        private String account = "";
        private @Nullable SenderId sender;
        private String displayNumber = "";
        private String raw = "";

        private Builder(String name, Instant at) {
            this.name = Objects.requireNonNull(name, "name");
            this.at = Objects.requireNonNull(at, "at");
        }

        /** Another time. */
        public Builder at(Instant at) {
            this.at = Objects.requireNonNull(at, "at");
            return this;
        }

        /** Whether the time is the BSP's. */
        public Builder timed(boolean timed) {
            this.timed = timed;
            return this;
        }

        /** The BSP's id of the account. */
        public Builder account(String account) {
            this.account = Objects.requireNonNull(account, "account");
            return this;
        }

        /** The business number. */
        public Builder sender(@Nullable SenderId sender) {
            this.sender = sender;
            return this;
        }

        /** The business number as it is displayed. */
        public Builder displayNumber(String displayNumber) {
            this.displayNumber = Objects.requireNonNull(displayNumber, "displayNumber");
            return this;
        }

        /** The event as the BSP wrote it. */
        public Builder raw(String raw) {
            this.raw = Objects.requireNonNull(raw, "raw");
            return this;
        }

        /** Builds the source. */
        public EventSource build() {
            return new EventSource(this);
        }
    }
}
