package dev.wakit.campaign.store;

import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of a campaign's counters.
 *
 * <p>There are two kinds: how many deliveries are in a state now, which together make up the whole campaign, and how many ever
 * reached a milestone.
 *
 * @since 0.1
 */
public final class CounterNames {

    /** Deliveries that were ever reported as sent, or as anything that implies it. */
    public static final String EVER_SENT = "ever:sent";
    /** Deliveries that ever reached the device, or were read. */
    public static final String EVER_DELIVERED = "ever:delivered";
    /** Deliveries that were ever read. */
    public static final String EVER_READ = "ever:read";
    /** Deliveries that the person answered. */
    public static final String EVER_REPLIED = "ever:replied";
    /** Second message ids seen for one attempt: duplicates at WhatsApp. Must stay 0. */
    public static final String DUPLICATE_SENDS = "duplicate-sends";

    /** The expected cost of accepted messages, in millionths of the price list's currency. */
    public static final String SPENT_MICROS = "spent-micros";

    private static final Map<DeliveryState, String> STATES = Stream.of(DeliveryState.values())
            .collect(Collectors.toUnmodifiableMap(
                    state -> state, state -> "state:" + state.name().toLowerCase(Locale.ROOT)));

    private CounterNames() {}

    /** Deliveries in a state now. */
    public static String state(DeliveryState state) {
        return Objects.requireNonNull(STATES.get(state));
    }

    /** Deliveries that are FAILED now, by code. */
    public static String failed(String code) {
        return "failed:" + code;
    }

    /** Deliveries that were SKIPPED, by reason. */
    public static String skipped(SkipReason reason) {
        return "skipped:" + reason.name().toLowerCase(Locale.ROOT);
    }
}
