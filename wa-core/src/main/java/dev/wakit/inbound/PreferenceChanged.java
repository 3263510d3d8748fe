package dev.wakit.inbound;

import dev.wakit.address.Recipient;
import java.util.Objects;

/**
 * A person told WhatsApp to stop, or to resume, marketing messages of this business.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class PreferenceChanged implements InboundEvent {

    private final EventSource source;
    private final Person person;
    private final Recipient recipient;
    private final boolean marketingWanted;
    private final String detail;

    private PreferenceChanged(EventSource source, Person person, Recipient recipient, boolean wanted, String detail) {
        this.source = source;
        this.person = person;
        this.recipient = recipient;
        this.marketingWanted = wanted;
        this.detail = detail;
    }

    /**
     * A person's new choice.
     *
     * @param detail the BSP's sentence about it; empty if it gives none
     * @throws IllegalArgumentException if the person has neither a phone number nor a user id
     */
    public static PreferenceChanged of(EventSource source, Person person, boolean marketingWanted, String detail) {
        Recipient recipient = person.recipient()
                .orElseThrow(() -> new IllegalArgumentException(
                        "A preference needs a person with a phone number or a user id. Keep the event as unknown."));
        return new PreferenceChanged(
                Objects.requireNonNull(source, "source"),
                person,
                recipient,
                marketingWanted,
                Objects.requireNonNull(detail, "detail"));
    }

    @Override
    public EventSource source() {
        return source;
    }

    /** Who chose. */
    public Person person() {
        return person;
    }

    /** The address of who chose. */
    public Recipient recipient() {
        return recipient;
    }

    /** True for resume, false for stop. */
    public boolean marketingWanted() {
        return marketingWanted;
    }

    /** The BSP's sentence about it; empty if it gives none. */
    public String detail() {
        return detail;
    }

    @Override
    public String toString() {
        return "PreferenceChanged[marketingWanted=" + marketingWanted + " at " + at() + "]";
    }
}
