package dev.wakit.inbound;

/**
 * The display name of a business number was reviewed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param displayNumber the business number as it is displayed, in digits
 * @param decision the BSP's word, such as {@code APPROVED}
 * @param requestedName the name asked for
 * @param rejectionReason why it was refused
 * @since 0.1
 */
public record SenderNameReviewed(
        EventSource source, String displayNumber, String decision, String requestedName, String rejectionReason)
        implements InboundEvent {}
