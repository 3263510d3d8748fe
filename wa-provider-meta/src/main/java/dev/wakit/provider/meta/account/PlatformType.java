package dev.wakit.provider.meta.account;

/**
 * Where a number is connected.
 *
 * @since 0.1
 */
public enum PlatformType {
    /** At the Cloud API. */
    CLOUD_API,
    /** At a server of the business. */
    ON_PREMISE,
    /** Nowhere. */
    NOT_APPLICABLE
}
