package dev.wakit.inbound;

/**
 * The business account was reviewed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param decision the BSP's word, such as {@code APPROVED}
 * @since 0.1
 */
public record AccountReviewed(EventSource source, String decision) implements InboundEvent {}
