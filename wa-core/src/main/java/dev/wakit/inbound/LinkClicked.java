package dev.wakit.inbound;

/**
 * Somebody pressed a link of a marketing message. The BSP does not say who.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param action the BSP's word for the action
 * @param component what was pressed, such as {@code cta} or {@code body}
 * @param clickId the id that was added to the link
 * @param productId the product, if it has one
 * @param trackingToken the BSP's own token
 * @since 0.1
 */
public record LinkClicked(
        EventSource source, String action, String component, String clickId, String productId, String trackingToken)
        implements InboundEvent {

    @Override
    public String toString() {
        return "LinkClicked[" + action + " at " + at() + "]";
    }
}
