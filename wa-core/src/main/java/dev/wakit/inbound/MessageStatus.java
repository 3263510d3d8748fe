package dev.wakit.inbound;

/**
 * What a status webhook reports about a message that we sent.
 *
 * @since 0.1
 */
public enum MessageStatus {
    /** On its way from the BSP. */
    SENT,
    /** On the person's device. */
    DELIVERED,
    /** Opened. */
    READ,
    /** A voice note was played. */
    PLAYED,
    /** Not delivered, with errors. */
    FAILED
}
