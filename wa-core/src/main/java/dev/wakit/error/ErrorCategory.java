package dev.wakit.error;

/**
 * The family of an error.
 *
 * @since 0.1
 */
public enum ErrorCategory {
    /** Token and permissions. */
    AUTH,
    /** A fault at the BSP. */
    SERVICE,
    /** Too fast. */
    THROTTLE,
    /** The request is wrong. */
    REQUEST,
    /** This person cannot be reached this way. */
    RECIPIENT,
    /** The template is missing, paused or used wrongly. */
    TEMPLATE,
    /** Policy, payment or quality restrictions on the business. */
    INTEGRITY,
    /** The sender number is not set up. */
    REGISTRATION,
    /** Moving numbers or accounts between solutions. */
    MIGRATION,
    /** WhatsApp Flows. */
    FLOWS,
    /** Anything else, and codes that no table knows. */
    OTHER
}
