package dev.wakit.campaign.delivery;

import static dev.wakit.campaign.delivery.DeliveryState.ACCEPTED;
import static dev.wakit.campaign.delivery.DeliveryState.CANCELLED;
import static dev.wakit.campaign.delivery.DeliveryState.DELIVERED;
import static dev.wakit.campaign.delivery.DeliveryState.FAILED;
import static dev.wakit.campaign.delivery.DeliveryState.HELD;
import static dev.wakit.campaign.delivery.DeliveryState.PENDING;
import static dev.wakit.campaign.delivery.DeliveryState.READ;
import static dev.wakit.campaign.delivery.DeliveryState.SENDING;
import static dev.wakit.campaign.delivery.DeliveryState.SENT;
import static dev.wakit.campaign.delivery.DeliveryState.SKIPPED;
import static dev.wakit.campaign.delivery.DeliveryState.UNCERTAIN;
import static dev.wakit.campaign.delivery.DeliveryState.UNKNOWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The allowed moves of a delivery, as one explicit list.
 *
 * <p>The move that is not here on purpose is SENDING to SENDING: an interrupted send is never run again. It becomes UNCERTAIN,
 * and only evidence, or an operator's decision, leads on.
 *
 * @since 0.1
 */
public final class DeliveryTransitions {

    private static final Map<DeliveryState, Set<DeliveryState>> ALLOWED = allowed();

    private DeliveryTransitions() {}

    /** The states that may follow a state. */
    public static Set<DeliveryState> after(DeliveryState state) {
        return ALLOWED.getOrDefault(state, Set.of());
    }

    /** Whether one state may follow another. */
    public static boolean isAllowed(DeliveryState from, DeliveryState to) {
        return after(from).contains(to);
    }

    private static Map<DeliveryState, Set<DeliveryState>> allowed() {
        var moves = new EnumMap<DeliveryState, Set<DeliveryState>>(DeliveryState.class);
        moves.put(PENDING, EnumSet.of(SENDING, SKIPPED, CANCELLED, FAILED, SENT, DELIVERED, READ, ACCEPTED));
        moves.put(SENDING, EnumSet.of(PENDING, ACCEPTED, HELD, SENT, DELIVERED, READ, FAILED, UNCERTAIN));
        moves.put(UNCERTAIN, EnumSet.of(PENDING, ACCEPTED, HELD, SENT, DELIVERED, READ, FAILED, UNKNOWN));
        moves.put(UNKNOWN, EnumSet.of(PENDING, ACCEPTED, HELD, SENT, DELIVERED, READ, FAILED));
        moves.put(ACCEPTED, EnumSet.of(SENT, DELIVERED, READ, FAILED, PENDING, HELD));
        moves.put(HELD, EnumSet.of(ACCEPTED, SENT, DELIVERED, READ, FAILED, PENDING));
        moves.put(SENT, EnumSet.of(DELIVERED, READ, FAILED, PENDING));
        moves.put(DELIVERED, EnumSet.of(READ));
        moves.put(READ, EnumSet.noneOf(DeliveryState.class));
        moves.put(FAILED, EnumSet.of(PENDING, DELIVERED, READ));
        moves.put(SKIPPED, EnumSet.of(ACCEPTED, SENT, DELIVERED, READ));
        moves.put(CANCELLED, EnumSet.of(ACCEPTED, SENT, DELIVERED, READ));
        return moves;
    }
}
