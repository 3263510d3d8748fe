package dev.wakit.inbound;

import dev.wakit.address.SenderId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The standing of a business number changed: its quality or its limits.
 *
 * <p>Immutable. The BSP names the number by how it is displayed, not by its id, so {@link #sender()} is empty.
 *
 * @param displayNumber the business number as it is displayed, in digits
 * @param change what happened
 * @param at when it happened, by the BSP's clock
 * @since 0.1
 */
public record SenderStandingChanged(String displayNumber, Change change, Instant at) implements InboundEvent {

    /** What happened to the number. */
    public enum Change {
        /** People complain: its quality is low and its limit may fall. */
        FLAGGED,
        /** Its quality is good again. */
        UNFLAGGED,
        /** It may write to more people a day. */
        UPGRADE,
        /** It may write to fewer people a day. */
        DOWNGRADE,
        /** It may send more messages a second. */
        THROUGHPUT_UPGRADE,
        /** It has joined the platform. */
        ONBOARDING,
        /** A word that this version does not know. */
        UNKNOWN;

        /** The constant that a provider means, in any case; {@link #UNKNOWN} when there is none. */
        public static Change from(String value) {
            try {
                return valueOf(value.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException newWord) {
                return UNKNOWN;
            }
        }
    }

    @Override
    public Optional<SenderId> sender() {
        return Optional.empty();
    }
}
