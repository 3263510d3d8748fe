package dev.wakit.campaign.pacing;

/**
 * How urgent the messages of a campaign are among those of the same sender.
 *
 * <p>The most urgent campaigns that have something to send go first. Every lower level that waits still gets one message in twenty,
 * so that nothing starves.
 *
 * @since 0.1
 */
public enum Priority {
    /** One-time passwords and the like. */
    URGENT,
    /** Before ordinary campaigns. */
    HIGH,
    /** The default. */
    NORMAL,
    /** When nothing else waits. */
    LOW
}
