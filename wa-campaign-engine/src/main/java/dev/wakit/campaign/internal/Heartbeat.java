package dev.wakit.campaign.internal;

import dev.wakit.campaign.store.Pulse;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.campaign.store.WorkerBeat;
import dev.wakit.campaign.store.WorkerRow;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.campaign.worker.WorkerStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's signs of life, and what it remembers of the database's history. Thread-safe.
 *
 * <p>The memory is this process's own: what the database shows must have grown since, or it lost history.
 */
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int BEATS_PER_LEASE = 10;
    private static final Duration SLOWEST = Duration.ofSeconds(3);
    private static final int STALE_AFTER_LEASES = 2;

    private final EngineCore engine;
    private final long everyNanos;
    private final String host = host();
    private final String version =
            Objects.requireNonNullElse(Heartbeat.class.getPackage().getImplementationVersion(), "");
    private long beatNanos;
    private long seenBeat;
    private long seenOwn;

    Heartbeat(EngineCore engine) {
        this.engine = engine;
        Duration every = engine.settings().lease().dividedBy(BEATS_PER_LEASE);
        this.everyNanos = (every.compareTo(SLOWEST) < 0 ? every : SLOWEST).toNanos();
        this.beatNanos = engine.nanos() - everyNanos;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** Whether the next sign of life is due. */
    synchronized boolean isDue() {
        return engine.nanos() - beatNanos >= everyNanos;
    }

    /** Writes a sign of life. Returns what the database lost, in words, if it lost anything. */
    synchronized Optional<String> beat(int lanes, WorkerState state) {
        beatNanos = engine.nanos();
        Pulse pulse = engine.stores()
                .workers()
                .beat(new WorkerBeat(
                        engine.worker(),
                        host,
                        ProcessHandle.current().pid(),
                        version,
                        engine.settings().providers().keySet(),
                        lanes,
                        state));
        Optional<String> loss = loss(pulse);
        seenBeat = pulse.beat();
        seenOwn = pulse.ownBeats();
        return loss;
    }

    /** A worker that was silent for so long that its entry was purged begins to count anew, which is no loss. */
    private Optional<String> loss(Pulse pulse) {
        if (!pulse.identity().isEmpty() && !pulse.identity().equals(pulse.knownIdentity())) {
            return Optional.of("the database is another one, or on another timeline: it was " + pulse.knownIdentity()
                    + " and is " + pulse.identity());
        }
        if (pulse.beat() <= seenBeat) {
            return Optional.of("the database's beat was " + seenBeat + " and is " + pulse.beat());
        }
        if (pulse.ownBeats() > 1 && pulse.ownBeats() <= seenOwn) {
            return Optional.of("this worker's beat was " + seenOwn + " and is " + pulse.ownBeats());
        }
        return Optional.empty();
    }

    /** Takes the entry away: an orderly end. */
    void leave() {
        try {
            engine.stores().workers().leave(engine.worker());
        } catch (StoreException e) {
            LOG.warn("The entry of worker {} could not be taken away; it shows as stale for a day", engine.worker(), e);
        }
    }

    List<WorkerStatus> statuses() {
        Duration stale = engine.settings().lease().multipliedBy(STALE_AFTER_LEASES);
        return engine.stores().workers().all().stream()
                .map(row -> status(row, stale))
                .toList();
    }

    private static WorkerStatus status(WorkerRow row, Duration stale) {
        WorkerBeat beat = row.beat();
        return new WorkerStatus(
                beat.worker(),
                beat.host(),
                beat.pid(),
                beat.version(),
                row.startedAt(),
                row.heartbeatAt(),
                beat.lanes(),
                beat.state(),
                row.silentFor().compareTo(stale) > 0);
    }
}
