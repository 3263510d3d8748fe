package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that this version of the provider has no type for, kept as the BSP wrote it.
 *
 * <p>Immutable. {@link #toString()} does not reveal the content.
 *
 * @param name the BSP's name for the event, such as the {@code field} of a Meta webhook
 * @param at when it was parsed, or the BSP's time where it gave one
 * @param raw the event as text
 * @since 0.1
 */
public record UnknownEvent(String name, Instant at, String raw) implements InboundEvent {

    @Override
    public Optional<SenderId> sender() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "UnknownEvent[" + name + " at " + at + "]";
    }
}
