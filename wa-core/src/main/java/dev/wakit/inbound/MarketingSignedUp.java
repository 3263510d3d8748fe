package dev.wakit.inbound;

/**
 * A person signed up for marketing messages by a link of the business.
 *
 * <p>Immutable. It is no proof for other lists: a person who asked to be left alone by a reply stays suppressed.
 *
 * @param source where it came from
 * @param person who signed up
 * @param signupId the BSP's id of the sign-up link
 * @param detail the BSP's sentence about it
 * @since 0.1
 */
public record MarketingSignedUp(EventSource source, Person person, String signupId, String detail)
        implements InboundEvent {

    @Override
    public String toString() {
        return "MarketingSignedUp[at " + at() + "]";
    }
}
