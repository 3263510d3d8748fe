package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.LaneKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which lanes this worker gives back and which it takes, slowly enough that lanes do not wander. Belongs to the keeper's
 * thread.
 *
 * <p>A surplus must last for a moment before a lane moves; a lane that was given back is not taken again at once; a lane that
 * nobody takes for a lease, though others have the better claim, is adopted and kept for a while.
 */
final class LaneBalance {

    private static final int AT_A_TIME = 2;
    private static final int KEEP_ADOPTED_LEASES = 10;
    private static final int SETTLE_SHARE = 10;

    private final LongSupplier nanos;
    private final long leaseNanos;
    private final Map<LaneKey, Long> freeSince = new HashMap<>();
    private final Map<LaneKey, Long> givenAt = new HashMap<>();
    private final Map<LaneKey, Long> adoptedAt = new HashMap<>();
    private @Nullable Long surplusSince;

    /** By a monotonic clock. */
    LaneBalance(LongSupplier nanos, Duration lease) {
        this.nanos = nanos;
        this.leaseNanos = lease.toNanos();
    }

    /** Lanes to give back now, those with the least under way first. */
    List<LaneKey> surplus(Collection<LaneRunner> mine, LaneShare share) {
        long now = nanos.getAsLong();
        List<LaneKey> spare = mine.stream()
                .sorted(Comparator.comparingInt(LaneRunner::underWay))
                .map(runner -> runner.lease().lane())
                .filter(lane -> !isWithin(adoptedAt, lane, now, KEEP_ADOPTED_LEASES * leaseNanos))
                .filter(lane -> takeFrom(share, lane))
                .limit(AT_A_TIME)
                .toList();
        if (spare.isEmpty()) {
            surplusSince = null;
            return List.of();
        }
        if (surplusSince == null) {
            surplusSince = now;
        }
        if (now - surplusSince < leaseNanos / SETTLE_SHARE) {
            return List.of();
        }
        spare.forEach(lane -> givenAt.put(lane, now));
        return spare;
    }

    private static boolean takeFrom(LaneShare share, LaneKey lane) {
        boolean tooMany = share.isTooMany(lane);
        if (tooMany) {
            share.note(lane, -1);
        }
        return tooMany;
    }

    /** Whether this worker tries to take a free lane. */
    boolean takes(LaneKey lane, LaneShare share) {
        long now = nanos.getAsLong();
        long since = freeSince.computeIfAbsent(lane, key -> now);
        return now - since >= leaseNanos || isMine(lane, share, now);
    }

    private boolean isMine(LaneKey lane, LaneShare share, long now) {
        return share.mayTake(lane) && !isWithin(givenAt, lane, now, leaseNanos);
    }

    /** A lane was taken by this worker. */
    void taken(LaneKey lane, LaneShare share) {
        long now = nanos.getAsLong();
        if (!isMine(lane, share, now)) {
            adoptedAt.put(lane, now);
        }
        share.note(lane, 1);
        freeSince.remove(lane);
        givenAt.remove(lane);
    }

    /**
     * Forgets since when lanes were free: nobody could take them, or this worker did not look. Otherwise the first worker that looks
     * afterwards would adopt them all.
     */
    void nobodyCouldTake() {
        freeSince.clear();
    }

    /** Forgets since when lanes were free that have an owner now. */
    void owned(Set<LaneKey> lanes) {
        freeSince.keySet().removeAll(lanes);
    }

    private static boolean isWithin(Map<LaneKey, Long> times, LaneKey lane, long now, long nanos) {
        Long at = times.get(lane);
        return at != null && now - at < nanos;
    }
}
