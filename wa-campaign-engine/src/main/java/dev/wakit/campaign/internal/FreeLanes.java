package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.LaneRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Since when lanes have had no owner, as this worker saw it. Thread-safe. */
final class FreeLanes {

    private final LongSupplier nanos;
    private final Map<LaneKey, Long> sinceNanos = new ConcurrentHashMap<>();

    FreeLanes(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Looks at all lanes. */
    void look(List<LaneRow> rows) {
        Set<LaneKey> free =
                rows.stream().filter(LaneRow::isFree).map(LaneRow::lane).collect(Collectors.toSet());
        sinceNanos.keySet().retainAll(free);
        long now = nanos.getAsLong();
        free.forEach(lane -> sinceNanos.putIfAbsent(lane, now));
    }

    /** Begins anew: nobody could have taken a lane meanwhile, or this worker did not look. */
    void forget() {
        sinceNanos.clear();
    }

    /** For how long a lane has had no owner; empty if it has one. */
    Optional<Duration> freeFor(LaneKey lane) {
        return Optional.ofNullable(sinceNanos.get(lane)).map(since -> Duration.ofNanos(nanos.getAsLong() - since));
    }
}
