package dev.wakit.campaign.schedule;

/**
 * What happens when a run is due while the campaign of the previous one is not finished.
 *
 * @since 0.1
 */
public enum Overlap {
    /** The run is left out. */
    SKIP,
    /** Both go on. */
    ALLOW
}
