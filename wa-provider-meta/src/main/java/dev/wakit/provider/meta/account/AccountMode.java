package dev.wakit.provider.meta.account;

/**
 * What a number is for.
 *
 * @since 0.1
 */
public enum AccountMode {
    /** Real messages. */
    LIVE,
    /** Tests, to a few people. */
    SANDBOX
}
