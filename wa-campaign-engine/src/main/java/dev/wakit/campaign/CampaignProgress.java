package dev.wakit.campaign;

import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.CounterNames;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a campaign got, in numbers.
 *
 * <p>Every delivery is in exactly one state, so the states add up to the total. The "ever" numbers count milestones: a delivery
 * that was read counts as sent, delivered and read. Immutable.
 *
 * @since 0.1
 */
public final class CampaignProgress {

    private final Map<DeliveryState, Long> states;
    private final Map<String, Long> failedByCode;
    private final Map<SkipReason, Long> skippedByReason;
    private final Map<String, Long> counters;

    private CampaignProgress(Map<String, Long> counters) {
        this.counters = Map.copyOf(counters);
        var byState = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            byState.put(state, counters.getOrDefault(CounterNames.state(state), 0L));
        }
        this.states = Collections.unmodifiableMap(byState);
        var bySkip = new EnumMap<SkipReason, Long>(SkipReason.class);
        for (SkipReason reason : SkipReason.values()) {
            long count = counters.getOrDefault(CounterNames.skipped(reason), 0L);
            if (count != 0) {
                bySkip.put(reason, count);
            }
        }
        this.skippedByReason = Collections.unmodifiableMap(bySkip);
        String prefix = CounterNames.failed("");
        var byCode = new TreeMap<String, Long>();
        counters.forEach((name, count) -> {
            if (name.startsWith(prefix) && count != 0) {
                byCode.put(name.substring(prefix.length()), count);
            }
        });
        this.failedByCode = Collections.unmodifiableMap(byCode);
    }

    /** Reads stored counters. */
    public static CampaignProgress of(Map<String, Long> counters) {
        return new CampaignProgress(counters);
    }

    /** All planned rows, skipped ones included. */
    public long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Deliveries in a state now. */
    public long in(DeliveryState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Deliveries by state. */
    public Map<DeliveryState, Long> states() {
        return states;
    }

    /** Deliveries that the BSP took and has not reported on yet. */
    public long waitingForStatus() {
        return in(DeliveryState.ACCEPTED) + in(DeliveryState.HELD);
    }

    /** Deliveries that will still be sent, or are being sent. */
    public long remaining() {
        return in(DeliveryState.PENDING) + in(DeliveryState.SENDING);
    }

    /** Deliveries ever reported as sent. */
    public long sent() {
        return counters.getOrDefault(CounterNames.EVER_SENT, 0L);
    }

    /** Deliveries that ever reached the device. */
    public long delivered() {
        return counters.getOrDefault(CounterNames.EVER_DELIVERED, 0L);
    }

    /** Deliveries ever read. */
    public long read() {
        return counters.getOrDefault(CounterNames.EVER_READ, 0L);
    }

    /** Deliveries that were answered. */
    public long replied() {
        return counters.getOrDefault(CounterNames.EVER_REPLIED, 0L);
    }

    /** Duplicates at WhatsApp that were detected; the engine's promise is that this stays 0. */
    public long duplicateSends() {
        return counters.getOrDefault(CounterNames.DUPLICATE_SENDS, 0L);
    }

    /** The expected cost of accepted messages in the price list's currency; counted for campaigns with a spend budget. */
    public BigDecimal spent() {
        return BigDecimal.valueOf(counters.getOrDefault(CounterNames.SPENT_MICROS, 0L), 6);
    }

    /** FAILED deliveries by the BSP's code. */
    public Map<String, Long> failedByCode() {
        return failedByCode;
    }

    /** SKIPPED deliveries by reason. */
    public Map<SkipReason, Long> skippedByReason() {
        return skippedByReason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CampaignProgress that && counters.equals(that.counters);
    }

    @Override
    public int hashCode() {
        return counters.hashCode();
    }

    @Override
    public String toString() {
        return "CampaignProgress" + new TreeMap<>(counters);
    }
}
