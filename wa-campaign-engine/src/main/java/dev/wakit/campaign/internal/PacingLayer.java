package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.pacing.Hold;
import java.util.Optional;

/** One reason to hold messages of a campaign back. Belongs to the lane's thread. */
interface PacingLayer {

    /** How many messages it lets through now. */
    int permits(Moment now);

    /** One message is taken to be sent. */
    default void took(Moment now) {}

    /** The campaign's counters, about once a second, if {@link #needsProgress}. */
    default void progress(CampaignProgress progress, Moment now) {}

    default boolean needsProgress() {
        return false;
    }

    /** The campaign runs again after it was paused. */
    default void resume() {}

    /** How long until it lets a message through, where that is known; at most the given time. */
    default long nanosUntilReady(Moment now, long otherwise) {
        return otherwise;
    }

    /** What it holds now. */
    Optional<Hold> hold(Moment now);
}
