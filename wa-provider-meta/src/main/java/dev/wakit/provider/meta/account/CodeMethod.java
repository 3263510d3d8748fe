package dev.wakit.provider.meta.account;

/**
 * How a verification code comes.
 *
 * @since 0.1
 */
public enum CodeMethod {
    /** As a text message. */
    SMS,
    /** In a call. */
    VOICE
}
