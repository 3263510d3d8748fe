package dev.wakit.inbound;

/**
 * An event that this version of the provider has no type for, kept as the BSP wrote it.
 *
 * <p>Immutable. {@link #toString()} does not reveal the content.
 *
 * @param source where it came from
 * @param name the BSP's name for the event, such as the {@code field} of a Meta webhook
 * @since 0.1
 */
public record UnknownEvent(EventSource source, String name) implements InboundEvent {

    /** The event as text. */
    public String raw() {
        return source.raw();
    }

    @Override
    public String toString() {
        return "UnknownEvent[" + name + " at " + at() + "]";
    }
}
