package dev.wakit.campaign.delivery;

/**
 * Why a recipient was not sent to.
 *
 * @since 0.1
 */
public enum SkipReason {
    /** The row of the audience could not be read. */
    UNREADABLE_ROW,
    /** The row has no phone number and no business-scoped user id. */
    NO_ADDRESS,
    /** The phone number is not a possible number. */
    INVALID_NUMBER,
    /** Another row of the campaign has the same address. */
    DUPLICATE,
    /** The content needs a value that the row does not have. */
    MISSING_VARIABLE,
    /** With this row's values the message breaks a rule of WhatsApp, such as a length. */
    INVALID_CONTENT,
    /** The person opted out. */
    SUPPRESSED,
    /** The person got as many messages of the category as a cap allows. */
    CAPPED,
    /** The send-by time of the campaign or of the single send had passed. */
    TOO_LATE,
    /** The person was erased before it was sent. */
    ERASED,
    /** A check of outgoing messages found nothing worth sending, such as products that are all out of stock. */
    WITHHELD
}
