package dev.wakit.campaign.pacing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lane does now, as its worker sees it.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class LaneStatus {

    private final LaneKey lane;
    private final boolean ownedHere;
    private final double allowedPerSecond;
    private final int inFlight;
    private final @Nullable String holdReason;
    private final @Nullable Instant heldUntil;

    /** Used by the engine. */
    public LaneStatus(
            LaneKey lane,
            boolean ownedHere,
            double allowedPerSecond,
            int inFlight,
            @Nullable String holdReason,
            @Nullable Instant heldUntil) {
        this.lane = lane;
        this.ownedHere = ownedHere;
        this.allowedPerSecond = allowedPerSecond;
        this.inFlight = inFlight;
        this.holdReason = holdReason;
        this.heldUntil = heldUntil;
    }

    /** The lane. */
    public LaneKey lane() {
        return lane;
    }

    /** Whether this worker owns it; if not, the other values are unknown here and 0. */
    public boolean ownedHere() {
        return ownedHere;
    }

    /** How many messages a second the lane may send now. */
    public double allowedPerSecond() {
        return allowedPerSecond;
    }

    /** Requests on their way. */
    public int inFlight() {
        return inFlight;
    }

    /** What holds the lane, in words. */
    public Optional<String> holdReason() {
        return Optional.ofNullable(holdReason);
    }

    /** Until when it is held, where that is known. */
    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(heldUntil);
    }
}
