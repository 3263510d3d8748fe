package dev.wakit.campaign.store;

/**
 * What the database remembers when a sign of life was written. A worker compares it with what it remembers itself: numbers that
 * did not grow mean that the database lost history.
 *
 * <p>Immutable.
 *
 * @param beat all signs of life of the installation so far; every one adds 1
 * @param ownBeats those of this worker
 * @param identity which database this is and which line of its history, as far as the database can tell; empty if it cannot
 * @param knownIdentity the identity that the installation was last known to have
 * @since 0.1
 */
public record Pulse(long beat, long ownBeats, String identity, String knownIdentity) {}
