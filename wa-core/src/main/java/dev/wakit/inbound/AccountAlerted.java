package dev.wakit.inbound;

/**
 * The BSP warns about an account, a portfolio or a number.
 *
 * <p>Immutable. Words are the BSP's.
 *
 * @param source where it came from
 * @param entityType what it concerns, such as {@code BUSINESS}
 * @param entityId its id
 * @param severity how bad it is
 * @param status whether it lasts
 * @param type what it is
 * @param description the BSP's sentence about it
 * @since 0.1
 */
public record AccountAlerted(
        EventSource source,
        String entityType,
        String entityId,
        String severity,
        String status,
        String type,
        String description)
        implements InboundEvent {}
