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
    private final @Nullable LaneKey lane;

    private Hold(HoldLayer layer, String reason, @Nullable Instant until, long waiting, @Nullable LaneKey lane) {
        this.layer = layer;
        this.reason = reason;
        this.until = until;
        this.waiting = waiting;
        this.lane = lane;
    }

    /** A hold that ends by itself at a time that is not known, or is not known here. */
    public static Hold of(HoldLayer layer, String reason) {
        return new Hold(layer, reason, null, -1, null);
    }

    /** The same hold with the time of its end. */
    public Hold until(Instant end) {
        return new Hold(layer, reason, end, waiting, lane);
    }

    /** The same hold with how many messages it concerns. */
    public Hold waiting(long messages) {
        return new Hold(layer, reason, until, messages, lane);
    }

    /** The same hold with the lane that it concerns. */
    public Hold on(LaneKey sender) {
        return new Hold(layer, reason, until, waiting, sender);
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

    /** The sender that it concerns, where the campaign has several; empty if it concerns the campaign. */
    public Optional<LaneKey> lane() {
        return Optional.ofNullable(lane);
    }

    @Override
    public String toString() {
        return "Hold[" + layer + ": " + reason + (until == null ? "" : ", until " + until)
                + (lane == null ? "" : ", " + lane.lane()) + "]";
    }
}
