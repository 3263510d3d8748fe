package dev.wakit.provider.meta.account;

/**
 * How fast a number may send.
 *
 * @since 0.1
 */
public enum ThroughputLevel {
    /** 80 messages a second. */
    STANDARD,
    /** 1,000 messages a second. */
    HIGH,
    /** The number does not send over the Cloud API. */
    NOT_APPLICABLE
}
