package dev.wakit.campaign.pacing;

/**
 * Who goes first on a lane.
 *
 * @since 0.1
 */
public enum Priority {
    /** Before everything else: one-time passwords and other messages that somebody waits for. */
    URGENT,
    /** Before every campaign and everything of a lower priority. */
    HIGH,
    /** In turn with the campaigns of the lane. */
    NORMAL,
    /** In turn with the campaigns of the lane, and never before them. */
    LOW
}
