package dev.wakit.campaign.delivery;

/**
 * Where a delivery stands.
 *
 * <p>The moves between states are listed in {@link DeliveryTransitions}.
 *
 * @since 0.1
 */
public enum DeliveryState {
    /** Planned, waits for its turn or for the time of its next try. */
    PENDING,
    /** The intent to send is durable; the request is on its way, or was when its worker died. */
    SENDING,
    /** The BSP took it. */
    ACCEPTED,
    /** The BSP took it and holds it back to watch a new template. */
    HELD,
    /** On its way from the BSP. */
    SENT,
    /** On the person's device. */
    DELIVERED,
    /** Opened, or a voice note played. */
    READ,
    /** Refused or not delivered, with a code. Later proof of delivery still moves it on. */
    FAILED,
    /** It was interrupted, or its answer was lost: nobody knows yet whether it was sent. Never sent again by itself. */
    UNCERTAIN,
    /** The time for evidence is over and none came. Later proof still moves it on. */
    UNKNOWN,
    /** Not sent, or not sent again, for a reason. Proof that an earlier attempt got through still moves it on. */
    SKIPPED,
    /** Not sent because the campaign was cancelled. */
    CANCELLED;

    /** Whether WhatsApp is known to have the message. */
    public boolean isPositive() {
        return this == ACCEPTED || this == HELD || this == SENT || this == DELIVERED || this == READ;
    }
}
