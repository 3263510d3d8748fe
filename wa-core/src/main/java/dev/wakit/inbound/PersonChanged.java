package dev.wakit.inbound;

import java.time.Instant;

/**
 * A person got another phone number, another user id or another security code: old and new names belong together.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param kind what changed
 * @param word the BSP's word for it
 * @param before who it was
 * @param after who it is now; as far as it is known
 * @param messageId the BSP's id of the notice
 * @param text the BSP's sentence about it
 * @param identityAt when the security code was made; {@link Instant#MAX} if not named
 * @param acknowledged whether the business has accepted the new security code
 * @since 0.1
 */
public record PersonChanged(
        EventSource source,
        Kind kind,
        String word,
        Person before,
        Person after,
        String messageId,
        String text,
        Instant identityAt,
        boolean acknowledged)
        implements InboundEvent {

    /** What may change about a person. */
    public enum Kind {
        /** The phone number. */
        PHONE_NUMBER,
        /** The business-scoped user id. */
        USER_ID,
        /** The security code, as after a new installation. */
        IDENTITY,
        /** Something that this version does not know. */
        UNKNOWN
    }

    @Override
    public String toString() {
        return "PersonChanged[" + kind + " at " + at() + "]";
    }
}
