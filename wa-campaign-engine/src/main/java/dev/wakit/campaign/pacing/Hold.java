package dev.wakit.campaign.pacing;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What holds messages of a campaign back, why, and until when. Immutable.
 *
 * @since 0.1
 */
public final class Hold {

    private final HoldLayer layer;
    private final String reason;
    private final @Nullable Instant until;
    private final long waiting;

    private Hold(HoldLayer layer, String reason, @Nullable Instant until, long waiting) {
        this.layer = layer;
        this.reason = reason;
        this.until = until;
        this.waiting = waiting;
    }

    /** A hold that ends by itself at a time that is not known, or is not known here. */
    public static Hold of(HoldLayer layer, String reason) {
        return new Hold(layer, reason, null, -1);
    }

    /** The same hold with the time of its end. */
    public Hold until(Instant end) {
        return new Hold(layer, reason, end, waiting);
    }

    /** The same hold with how many messages it concerns. */
    public Hold waiting(long messages) {
        return new Hold(layer, reason, until, messages);
    }

    /** Which layer. */
    public HoldLayer layer() {
        return layer;
    }

    /** Why, in words. */
    public String reason() {
        return reason;
    }

    /** The earliest time at which it lets a message through. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** How many messages wait for it, where that is known without counting. */
    public OptionalLong waiting() {
        return waiting < 0 ? OptionalLong.empty() : OptionalLong.of(waiting);
    }

    @Override
    public String toString() {
        return "Hold[" + layer + ": " + reason + (until == null ? "" : ", until " + until) + "]";
    }
}
