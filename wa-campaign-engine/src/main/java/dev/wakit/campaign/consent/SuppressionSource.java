package dev.wakit.campaign.consent;

/**
 * Where a suppression came from.
 *
 * @since 0.1
 */
public enum SuppressionSource {
    /** The person wrote a word such as STOP, or pressed such a button. */
    STOP_REPLY,
    /** The BSP refused a message because the person stopped marketing messages of this business. */
    PROVIDER_ERROR,
    /** The person used WhatsApp's own preference setting. */
    PREFERENCE,
    /** The person was suppressed under an earlier phone number or user id. */
    IDENTITY_CHANGE,
    /** What is kept about the person was erased. */
    ERASURE,
    /** An operator or the host's own system. */
    OPERATOR
}
