package dev.wakit.inbound;

import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person told WhatsApp to stop, or to resume, marketing messages of this business.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class PreferenceChanged implements InboundEvent {

    private final Recipient person;
    private final boolean marketingWanted;
    private final Instant at;
    private final @Nullable SenderId sender;

    private PreferenceChanged(Recipient person, boolean marketingWanted, Instant at, @Nullable SenderId sender) {
        this.person = person;
        this.marketingWanted = marketingWanted;
        this.at = at;
        this.sender = sender;
    }

    /** A person's new choice. */
    public static PreferenceChanged of(
            Recipient person, boolean marketingWanted, Instant at, @Nullable SenderId sender) {
        return new PreferenceChanged(person, marketingWanted, at, sender);
    }

    /** Who chose. */
    public Recipient person() {
        return person;
    }

    /** True for resume, false for stop. */
    public boolean marketingWanted() {
        return marketingWanted;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public Optional<SenderId> sender() {
        return Optional.ofNullable(sender);
    }

    @Override
    public String toString() {
        return "PreferenceChanged[marketingWanted=" + marketingWanted + " at " + at + "]";
    }
}
