package dev.wakit.campaign.consent;

/**
 * What a suppression holds back.
 *
 * @since 0.1
 */
public enum SuppressionScope {
    /** Marketing messages only. */
    MARKETING,
    /** Every message of a campaign. */
    ALL
}
