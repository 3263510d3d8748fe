package dev.wakit.outbound;

/**
 * What a message is for. It decides which wishes of the person hold it back.
 *
 * @since 0.1
 */
public enum SendPurpose {
    /** An answer to what the person wrote. */
    SERVICE,
    /** About an order or an account of the person. */
    UTILITY,
    /** An offer or a reminder: a person who wants no marketing does not get it. */
    MARKETING
}
