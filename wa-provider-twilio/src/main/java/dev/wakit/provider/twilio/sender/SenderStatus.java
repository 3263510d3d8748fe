package dev.wakit.provider.twilio.sender;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a WhatsApp sender stands at Twilio.
 *
 * @since 0.1
 */
public enum SenderStatus {
    /** Can send. */
    ONLINE,
    /** Can send, and a change of it is under way. */
    ONLINE_UPDATING,
    /** Cannot send; see the reasons. */
    OFFLINE,
    /** Being created. */
    CREATING,
    /** Its number must be verified. */
    PENDING_VERIFICATION,
    /** Its number is being verified. */
    VERIFYING,
    /** Twilio looks at it. */
    TWILIO_REVIEW,
    /** Begun and not finished. */
    DRAFT,
    /** A placeholder. */
    STUBBED,
    /** A status that this version does not know. */
    UNKNOWN;

    /** Tells whether messages go out. */
    public boolean isSendable() {
        return this == ONLINE || this == ONLINE_UPDATING;
    }

    /** Returns the constant that Twilio means, in any case; {@link #UNKNOWN} when there is none. */
    public static SenderStatus from(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT).replace(':', '_');
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
