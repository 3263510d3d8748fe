package dev.wakit.campaign.outbox;

/**
 * What a single send is for. It decides which suppressions hold it back: a suppression of everything holds back all of them.
 *
 * @since 0.1
 */
public enum SendCategory {
    /** A one-time password. Suppressions of marketing messages do not hold it back. */
    AUTHENTICATION,
    /** About an order or account of the person. Suppressions of marketing messages do not hold it back. */
    UTILITY,
    /** An offer, news, an invitation. Suppressions of marketing messages hold it back. */
    MARKETING,
    /** An answer to what the person wrote. Suppressions of marketing messages do not hold it back. */
    SERVICE
}
