package dev.wakit.webhook;

/**
 * What the signature of a webhook request says about its origin.
 *
 * @since 0.1
 */
public enum SignatureCheck {
    /** Made with one of our secrets over exactly these bytes. */
    VALID,
    /** Present and wrong, or not of the documented form. */
    INVALID,
    /** Absent. */
    MISSING
}
