package dev.wakit.inbound;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The business account was restricted, banned, deleted, connected or disconnected.
 *
 * <p>Immutable. Words are the BSP's.
 *
 * @param source where it came from
 * @param event the BSP's word, such as {@code ACCOUNT_RESTRICTION}
 * @param restrictions what it may not do now
 * @param violation which policy it broke
 * @param banState how far a ban has come
 * @param banDate when it begins or began, as the BSP writes it
 * @param disconnectReason why it was disconnected
 * @param disconnectedBy who disconnected it
 * @param details everything else that was said, by its path
 * @since 0.1
 */
public record AccountChanged(
        EventSource source,
        String event,
        List<Restriction> restrictions,
        String violation,
        String banState,
        String banDate,
        String disconnectReason,
        String disconnectedBy,
        Map<String, String> details)
        implements InboundEvent {

    /**
     * Something that the account may not do.
     *
     * @param type the BSP's word, such as {@code RESTRICTED_BIZ_INITIATED_MESSAGING}
     * @param until when it ends; {@link Instant#MAX} if no end is named
     */
    public record Restriction(String type, Instant until) {}

    /** How an account stands after an event. */
    public enum Standing {
        /** Sending to people who did not write first is not possible now. */
        CANNOT_SEND,
        /** It can send again. */
        CAN_SEND,
        /** The event says nothing about that. */
        UNCHANGED
    }

    private static final String RESTRICTION = "ACCOUNT_RESTRICTION";
    private static final String SENDING = "RESTRICTED_BIZ_INITIATED_MESSAGING";
    private static final Set<String> ENDS =
            Set.of("ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED", "ACCOUNT_VIOLATION", "DISABLED_UPDATE");

    /**
     * Whether the account can send campaigns after this.
     *
     * @param now the time that restrictions with an end are compared with
     */
    public Standing standing(Instant now) {
        if (banState.equals("REINSTATE") || event.equals("ACCOUNT_RECONNECTED")) {
            return Standing.CAN_SEND;
        }
        boolean restricted = event.equals(RESTRICTION)
                && (restrictions.isEmpty()
                        || restrictions.stream()
                                .anyMatch(restriction -> restriction.type().equals(SENDING)
                                        && restriction.until().isAfter(now)));
        return restricted || ENDS.contains(event) ? Standing.CANNOT_SEND : Standing.UNCHANGED;
    }

    /** When the last restriction of sending ends; {@link Instant#MAX} if no end is named. */
    public Instant restrictedUntil() {
        return restrictions.stream()
                .filter(restriction -> restriction.type().equals(SENDING))
                .map(Restriction::until)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Copies the collections. */
    public AccountChanged {
        restrictions = List.copyOf(restrictions);
        details = Map.copyOf(details);
    }
}
