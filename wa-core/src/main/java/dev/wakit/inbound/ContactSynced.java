package dev.wakit.inbound;

/**
 * The address book of the WhatsApp Business app on the same number changed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param action the BSP's word: {@code add} for added or edited, {@code remove}
 * @param person the contact, with its name
 * @param firstName the first name
 * @since 0.1
 */
public record ContactSynced(EventSource source, String action, Person person, String firstName)
        implements InboundEvent {

    @Override
    public String toString() {
        return "ContactSynced[" + action + " at " + at() + "]";
    }
}
