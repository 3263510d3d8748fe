package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lanes, keeps their leases, and lets them go. Thread-safe.
 *
 * <p>A lease is trusted from the start of the call that renewed it, by the monotonic clock, for less than its length: so this
 * worker stops before the database would give the lane away.
 */
final class LaneKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LaneKeeper.class);
    private static final int RENEWALS_PER_LEASE = 6;
    private static final long LOOK_MILLIS = 500;

    private final EngineCore engine;
    private final Duration lease;
    private final Map<LaneKey, LaneRunner> runners = new ConcurrentHashMap<>();
    private final Wake wake = new Wake();
    private final Thread thread = new Thread(this::loop, "wakit-lanes");
    private volatile boolean stopping;
    private long renewedNanos = System.nanoTime();

    LaneKeeper(EngineCore engine) {
        this.engine = engine;
        this.lease = engine.settings().lease();
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void wake() {
        wake.wake();
        runners.values().forEach(LaneRunner::wake);
    }

    List<LaneStatus> statuses() {
        var statuses = new ArrayList<LaneStatus>();
        for (LaneRow row : engine.stores().lanes().all()) {
            LaneRunner runner = runners.get(row.lane());
            statuses.add(runner != null ? runner.status() : new LaneStatus(row.lane(), false, 0, 0, null, null));
        }
        return statuses;
    }

    void close() {
        stopping = true;
        wake.wake();
        boolean interrupted = false;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        runners.values().forEach(LaneRunner::halt);
        long until = System.nanoTime() + engine.drainLimit().toNanos();
        for (LaneRunner runner : runners.values()) {
            try {
                runner.stop(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
                engine.stores().lanes().release(runner.lease());
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (StoreException e) {
                LOG.warn(
                        "Lane {} could not be given back; it is free when its lease ends",
                        runner.lease().lane(),
                        e);
            }
        }
        runners.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (!stopping) {
                try {
                    renew();
                    takeFree();
                } catch (Throwable e) {
                    // The root of a thread.
                    LOG.error("Lanes could not be looked after and are tried again", e);
                }
                wake.awaitMillis(Math.min(LOOK_MILLIS, lease.toMillis() / RENEWALS_PER_LEASE));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        long now = System.nanoTime();
        if (now - renewedNanos < lease.toNanos() / RENEWALS_PER_LEASE) {
            return;
        }
        renewedNanos = now;
        for (LaneRunner runner : runners.values()) {
            long before = System.nanoTime();
            if (runner.isAlive() && engine.stores().lanes().renew(runner.lease(), lease)) {
                runner.trustUntil(trust(before));
            } else {
                LOG.warn(
                        "Lane {} is no longer sent by this worker",
                        runner.lease().lane());
                runner.lose();
                runners.remove(runner.lease().lane(), runner);
                finishLost(runner);
            }
        }
    }

    /** Lets the requests of a lost lane land; their outcomes are evidence. */
    private void finishLost(LaneRunner runner) {
        var drain = new Thread(
                () -> {
                    try {
                        runner.stop(engine.drainLimit());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "wakit-drain-" + runner.lease().lane().sender().value());
        drain.setDaemon(true);
        drain.start();
    }

    private void takeFree() {
        for (LaneRow row : engine.stores().lanes().all()) {
            Optional<WhatsAppProvider> provider = engine.provider(row.lane().provider());
            if (row.isFree() && provider.isPresent() && !runners.containsKey(row.lane()) && !stopping) {
                take(row.lane(), provider.get());
            }
        }
    }

    private void take(LaneKey lane, WhatsAppProvider provider) {
        long before = System.nanoTime();
        Optional<LaneLease> taken = engine.stores().lanes().acquire(lane, engine.worker(), lease);
        if (taken.isPresent()) {
            var runner = new LaneRunner(engine, taken.get(), provider, trust(before));
            runners.put(lane, runner);
            runner.start();
            LOG.info(
                    "Lane {} is sent by {} with epoch {}",
                    lane,
                    engine.worker(),
                    taken.get().epoch());
        }
    }

    private long trust(long beforeNanos) {
        return beforeNanos + lease.toNanos() - lease.toNanos() / RENEWALS_PER_LEASE;
    }
}
