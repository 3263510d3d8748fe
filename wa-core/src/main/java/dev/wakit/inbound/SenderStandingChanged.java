package dev.wakit.inbound;

import java.util.Locale;

/**
 * The standing of a business number changed: its quality or its limits.
 *
 * <p>Immutable. Meta names the number by how it is displayed and not by its id, so {@link #sender()} is empty.
 *
 * @param source where it came from
 * @param displayNumber the business number as it is displayed, in digits
 * @param change what happened
 * @param limitBefore the messaging limit until now
 * @param limitAfter the messaging limit from now on
 * @param perBusiness the limit of the whole portfolio
 * @since 0.1
 */
public record SenderStandingChanged(
        EventSource source,
        String displayNumber,
        Change change,
        MessagingLimit limitBefore,
        MessagingLimit limitAfter,
        MessagingLimit perBusiness)
        implements InboundEvent {

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
}
