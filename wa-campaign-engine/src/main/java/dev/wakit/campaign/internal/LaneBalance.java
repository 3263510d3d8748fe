package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.WorkerRow;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.provider.ProviderId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final EngineCore engine;
    private final long leaseNanos;
    private final Map<LaneKey, Long> freeSince = new HashMap<>();
    private final Map<LaneKey, Long> givenAt = new HashMap<>();
    private final Map<LaneKey, Long> adoptedAt = new HashMap<>();
    private @Nullable Long surplusSince;

    LaneBalance(EngineCore engine) {
        this.engine = engine;
        this.leaseNanos = engine.settings().lease().toNanos();
    }

    /** The shares as things stand. */
    LaneShare share(List<LaneRow> rows, Set<LaneKey> leaving) {
        Map<String, Set<ProviderId>> live = engine.stores().workers().all().stream()
                .filter(this::isLive)
                .collect(Collectors.toMap(
                        row -> row.beat().worker(), row -> row.beat().providers()));
        live.put(engine.worker(), engine.settings().providers().keySet());
        return new LaneShare(engine.worker(), rows, live, leaving);
    }

    private boolean isLive(WorkerRow row) {
        return row.beat().state() == WorkerState.RUNNING
                && row.silentFor().compareTo(engine.settings().lease()) < 0;
    }

    /** Lanes to give back now, those with the least under way first. */
    List<LaneKey> surplus(Collection<LaneRunner> mine, LaneShare share) {
        long now = engine.nanos();
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

    /** Whether this worker takes a free lane. */
    boolean takes(LaneKey lane, LaneShare share) {
        long now = engine.nanos();
        long since = freeSince.computeIfAbsent(lane, key -> now);
        boolean isOverdue = now - since >= leaseNanos;
        boolean isMine = share.mayTake(lane) && !isWithin(givenAt, lane, now, leaseNanos);
        if (isOverdue && !isMine) {
            adoptedAt.put(lane, now);
        }
        return isOverdue || isMine;
    }

    /** A lane was taken by this worker. */
    void taken(LaneKey lane, LaneShare share) {
        share.note(lane, 1);
        freeSince.remove(lane);
        givenAt.remove(lane);
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
