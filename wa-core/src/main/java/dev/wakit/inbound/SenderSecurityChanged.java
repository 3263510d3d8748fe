package dev.wakit.inbound;

/**
 * The two-step PIN of a business number was changed, or somebody asked for it.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param displayNumber the business number as it is displayed, in digits
 * @param event the BSP's word, such as {@code PIN_RESET_REQUEST}
 * @param requester the BSP's id of the person who did it
 * @since 0.1
 */
public record SenderSecurityChanged(EventSource source, String displayNumber, String event, String requester)
        implements InboundEvent {

    @Override
    public String toString() {
        return "SenderSecurityChanged[" + event + " at " + at() + "]";
    }
}
