package dev.wakit.campaign.consent;

/**
 * What a suppression holds back.
 *
 * @since 0.1
 */
public enum SuppressionScope {
    /** Marketing messages only. */
    MARKETING,
    /**
     * Marketing messages, until a time: WhatsApp holds them back from this person for now (131049). Deliveries wait until then
     * instead of being skipped.
     */
    MARKETING_FOR_NOW,
    /** Every message of a campaign. */
    ALL
}
