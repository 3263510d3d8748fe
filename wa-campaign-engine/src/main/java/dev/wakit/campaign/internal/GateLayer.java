package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A limit that the database counts, closed for a while after it held something back; shared by the campaigns of a lane. It tries
 * again after a minute at the latest, because a host may raise a limit.
 */
final class GateLayer implements PacingLayer {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final HoldLayer layer;
    private String reason = "";
    private Instant until = Instant.EPOCH;
    private Instant tryAt = Instant.EPOCH;
    private boolean isClosed;

    GateLayer(HoldLayer layer) {
        this.layer = layer;
    }

    /** Something was held back, until this time as far as is known. */
    void close(String newReason, Instant newUntil, Instant now) {
        reason = newReason;
        until = newUntil.isBefore(now.plus(SHORTEST)) ? now.plus(SHORTEST) : newUntil;
        tryAt = until.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : until;
        isClosed = true;
    }

    @Override
    public int permits(Moment now) {
        return now.at().isBefore(tryAt) ? 0 : Integer.MAX_VALUE;
    }

    /** It stays told while it is only tried. */
    void opened() {
        isClosed = false;
    }

    @Override
    public Optional<Hold> hold(Moment now) {
        return isClosed && now.at().isBefore(until)
                ? Optional.of(Hold.of(layer, reason).until(until))
                : Optional.empty();
    }
}
