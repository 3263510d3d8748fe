package dev.wakit.campaign.pacing;

/**
 * The right of one worker to send on a lane, with the fencing epoch that every write carries.
 *
 * <p>Immutable. The lease itself lives in the database and ends by the database's clock.
 *
 * @param lane the lane
 * @param worker the owner
 * @param epoch grows by one with every change of owner
 * @since 0.1
 */
public record LaneLease(LaneKey lane, String worker, long epoch) {}
