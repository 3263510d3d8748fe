package dev.wakit.error;

/**
 * How much an error concerns.
 *
 * @since 0.1
 */
public enum ErrorScope {
    /** This one request. */
    REQUEST,
    /** This person. */
    RECIPIENT,
    /** Everything sent with this template. */
    TEMPLATE,
    /** Everything sent from this number. */
    SENDER,
    /** Everything sent with this account or token. */
    ACCOUNT
}
