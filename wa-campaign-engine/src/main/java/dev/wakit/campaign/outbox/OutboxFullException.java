package dev.wakit.campaign.outbox;

import dev.wakit.campaign.pacing.LaneKey;

/**
 * So many single sends wait on the lane already that another one would only wait: the answer "busy". Nothing was enqueued.
 *
 * @since 0.1
 */
public final class OutboxFullException extends OutboxException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which lane.
     *
     * @param lane the lane
     * @param limit how many may wait
     */
    public OutboxFullException(LaneKey lane, long limit) {
        super("Lane " + lane + " has " + limit
                + " single sends waiting, the most that it takes. Try again later; look at "
                + "engine.lanes() for what holds the lane back, or raise outboxLimit.");
    }
}
