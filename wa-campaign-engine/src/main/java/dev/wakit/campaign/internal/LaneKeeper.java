package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lanes, keeps their leases, and lets them go. Thread-safe.
 */
final class LaneKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LaneKeeper.class);
    private static final int RENEWALS_PER_LEASE = 6;
    private static final long LOOK_MILLIS = 500;

    private final EngineCore engine;
    private final Duration lease;
    private final Map<LaneKey, LaneRunner> runners = new ConcurrentHashMap<>();
    private final Map<LaneKey, RateLimit> levels = new ConcurrentHashMap<>();
    private final Wake wake = new Wake();
    private @Nullable Loop loop;
    private volatile boolean stopping;
    private long renewedNanos;

    LaneKeeper(EngineCore engine) {
        this.engine = engine;
        this.lease = engine.settings().lease();
        this.renewedNanos = engine.nanos();
    }

    void start() {
        loop = engine.settings().loops().start("lanes", wake, this::look);
    }

    void wake() {
        wake.wake();
        runners.values().forEach(LaneRunner::wake);
    }

    /** The lanes that this worker sends. */
    Set<LaneKey> held() {
        return Set.copyOf(runners.keySet());
    }

    /** A single send waits in a mailbox of this lane. */
    void mail(LaneKey lane, CampaignId mailbox) {
        LaneRunner runner = runners.get(lane);
        if (runner != null) {
            runner.mail(mailbox);
        } else {
            wake.wake();
        }
    }

    /** Single sends may wait on any lane. */
    void mail() {
        wake.wake();
        runners.values().forEach(LaneRunner::mail);
    }

    /** What holds a running campaign: all of it if its lane is here, its window otherwise. */
    List<Hold> holds(CampaignRow campaign, CampaignSettings settings) {
        if (campaign.status() != CampaignStatus.RUNNING) {
            return List.of();
        }
        LaneRunner runner = runners.get(campaign.lane());
        return runner != null
                ? runner.holds(campaign.id())
                : WindowGate.hold(settings.pacing().window(), engine.now()).stream()
                        .toList();
    }

    /** Remembers what the BSP gives a sender, also for when the lane is taken later. */
    void changeLevel(LaneKey lane, RateLimit level) {
        levels.put(lane, level);
        LaneRunner runner = runners.get(lane);
        if (runner != null) {
            runner.changeLevel(level);
        }
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
        boolean interrupted = false;
        try {
            if (loop != null) {
                loop.end();
                loop.join(5_000);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        runners.values().forEach(LaneRunner::halt);
        long until = engine.nanos() + engine.drainLimit().toNanos();
        for (LaneRunner runner : runners.values()) {
            try {
                runner.stop(Duration.ofNanos(Math.max(0, until - engine.nanos())));
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

    private long look() {
        renew();
        takeFree();
        return TimeUnit.MILLISECONDS.toNanos(Math.min(LOOK_MILLIS, lease.toMillis() / RENEWALS_PER_LEASE));
    }

    private void renew() {
        long now = engine.nanos();
        if (now - renewedNanos < lease.toNanos() / RENEWALS_PER_LEASE) {
            return;
        }
        renewedNanos = now;
        for (LaneRunner runner : runners.values()) {
            long before = engine.nanos();
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
        engine.settings()
                .loops()
                .start("drain-" + runner.lease().lane().sender().value(), new Wake(), () -> {
                    runner.stop(engine.drainLimit());
                    return Loop.Step.END;
                });
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
        long before = engine.nanos();
        Optional<LaneLease> taken = engine.stores().lanes().acquire(lane, engine.worker(), lease);
        if (taken.isPresent()) {
            RateLimit level = levels.getOrDefault(lane, provider.capabilities().throughput());
            var runner = new LaneRunner(engine, taken.get(), provider, level, trust(before));
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
