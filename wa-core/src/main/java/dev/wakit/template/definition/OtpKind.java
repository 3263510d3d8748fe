package dev.wakit.template.definition;

/**
 * How a one-time password gets from the message into an app.
 *
 * @since 0.1
 */
public enum OtpKind {
    /** A button copies it. */
    COPY_CODE,
    /** A button hands it to the app on the same Android phone. */
    ONE_TAP,
    /** The app on the same Android phone gets it by itself. */
    ZERO_TAP
}
