package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.LaneStore;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.campaign.worker.WorkerState;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lanes, keeps their leases, shares them with other workers, and lets them go. Thread-safe.
 */
final class LaneKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LaneKeeper.class);
    private static final int RENEWALS_PER_LEASE = 6;
    private static final long LOOK_MILLIS = 500;
    private static final int MAX_LEAVING = 4;
    private static final long END_MILLIS = 4_000;

    private final EngineCore engine;
    private final Duration lease;
    private final LaneBalance balance;
    private final LiveWorkers workers;
    private final FreeLanes free;
    private final Map<LaneKey, LaneRunner> runners = new ConcurrentHashMap<>();
    private final Map<LaneKey, RateLimit> levels = new ConcurrentHashMap<>();
    /** Lanes that are given back: nothing is begun, what is under way lands, the lease is renewed until then. */
    private final Map<LaneKey, LaneRunner> leaving = new ConcurrentHashMap<>();

    private final Wake wake = new Wake();
    private @Nullable Loop loop;
    private volatile boolean stopping;
    private long renewedNanos;
    /** What the database lost, until everybody else knows of it. */
    private Optional<String> loss = Optional.empty();

    LaneKeeper(EngineCore engine) {
        this.engine = engine;
        this.lease = engine.settings().lease();
        this.balance = new LaneBalance(engine::nanos, lease);
        this.workers = new LiveWorkers(engine);
        this.free = new FreeLanes(engine::nanos);
        this.renewedNanos = engine.nanos();
    }

    void start() {
        stopping = false;
        balance.nobodyCouldTake();
        free.forget();
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

    /** A webhook explained a message of a lane that had no answer. */
    void explained(LaneKey lane) {
        LaneRunner runner = runners.get(lane);
        if (runner != null) {
            runner.explained();
        }
    }

    /** Whether this worker owns a lane. */
    boolean owns(LaneKey lane) {
        LaneRunner runner = runners.get(lane);
        return runner != null && runner.isAlive();
    }

    /** What works on a lane here. */
    Optional<LaneRunner> runner(LaneKey lane) {
        return Optional.ofNullable(runners.get(lane));
    }

    /** What works on the lanes here. */
    List<LaneRunner> runners() {
        return List.copyOf(runners.values());
    }

    /** For how long a lane has had no worker at all; empty if it has one. */
    Optional<Duration> freeFor(LaneKey lane) {
        return free.freeFor(lane);
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
        Optional<Quarantine> quarantine = engine.quarantine().current();
        var statuses = new ArrayList<LaneStatus>();
        for (LaneRow row : lanes().all()) {
            LaneRunner runner = runners.getOrDefault(row.lane(), leaving.get(row.lane()));
            statuses.add(
                    quarantine.isPresent()
                            ? quarantined(row.lane(), quarantine.get())
                            : runner != null ? runner.status() : new LaneStatus(row.lane(), false, 0, 0, null, null));
        }
        return statuses;
    }

    private static LaneStatus quarantined(LaneKey lane, Quarantine quarantine) {
        return new LaneStatus(lane, false, 0, 0, "quarantine: " + quarantine.reason(), quarantine.until());
    }

    /** Takes no more lanes and begins nothing more; leases are renewed until {@link #release}. */
    void halt() {
        stopping = true;
        wake.wake();
        allMine().forEach(LaneRunner::halt);
    }

    /** Moves the end of all lanes on. Returns whether nothing is under way any more and every outcome is written. Never blocks. */
    boolean endSome() {
        boolean isOver = true;
        for (LaneRunner runner : allMine()) {
            isOver &= runner.endSome();
        }
        return isOver;
    }

    /** Gives the lanes back. What is still under way becomes UNCERTAIN: nobody here will hear the answer. */
    void release() throws InterruptedException {
        if (loop != null) {
            loop.end();
            loop.join(END_MILLIS);
            loop = null;
        }
        for (LaneRunner runner : allMine()) {
            runner.giveUp();
            try {
                runner.interruptOwn();
                lanes().release(runner.lease());
            } catch (StoreException e) {
                LOG.warn(
                        "Lane {} could not be given back; it is free when its lease ends",
                        runner.lease().lane(),
                        e);
            }
        }
        runners.clear();
        leaving.clear();
    }

    private List<LaneRunner> allMine() {
        var mine = new ArrayList<>(runners.values());
        mine.addAll(leaving.values());
        return mine;
    }

    private long look() {
        try {
            renew();
        } finally {
            // Also when a lease could not be renewed: the sign of life alone decides what is said about the database.
            beat();
        }
        if (!stopping) {
            share();
        }
        return TimeUnit.MILLISECONDS.toNanos(Math.min(LOOK_MILLIS, lease.toMillis() / RENEWALS_PER_LEASE));
    }

    private void renew() {
        long now = engine.nanos();
        if (now - renewedNanos < lease.toNanos() / RENEWALS_PER_LEASE) {
            return;
        }
        renewedNanos = now;
        for (LaneRunner runner : allMine()) {
            long before = engine.nanos();
            boolean works = stopping || leaving.containsValue(runner) || runner.isAlive();
            if (works && lanes().renew(runner.lease(), lease)) {
                runner.trustUntil(trust(before));
            } else if (runners.remove(runner.lease().lane(), runner)) {
                lose(runner);
            }
        }
    }

    private void lose(LaneRunner runner) {
        LOG.warn("Lane {} is no longer sent by this worker", runner.lease().lane());
        runner.lose();
        letLand(runner, () -> {});
    }

    /** Lets the requests of a lane land, on a loop of its own; their outcomes are evidence even when the lane is lost. */
    private void letLand(LaneRunner runner, Runnable afterwards) {
        long until = engine.nanos() + engine.drainLimit().toNanos();
        engine.settings()
                .loops()
                .start("drain-" + runner.lease().lane().sender().value(), new Wake(), () -> {
                    if (!runner.endSome() && engine.nanos() - until < 0) {
                        return TimeUnit.MILLISECONDS.toNanos(20);
                    }
                    runner.giveUp();
                    afterwards.run();
                    return Loop.Step.END;
                });
    }

    private void beat() {
        if (loss.isEmpty() && !engine.heartbeat().isDue()) {
            return;
        }
        if (loss.isEmpty()) {
            loss = signOfLife();
        }
        if (loss.isEmpty()) {
            engine.quarantine().look();
            return;
        }
        // First nothing more leaves this worker, then all others hear of it.
        for (LaneRunner runner : List.copyOf(runners.values())) {
            runners.remove(runner.lease().lane(), runner);
            lose(runner);
        }
        engine.quarantine().begin(loss.get());
        loss = Optional.empty();
    }

    private Optional<String> signOfLife() {
        try {
            Optional<String> lost = engine.heartbeat()
                    .beat(runners.size() + leaving.size(), stopping ? WorkerState.STOPPING : WorkerState.RUNNING);
            engine.database().worked();
            return lost;
        } catch (StoreException e) {
            engine.database().failed(e);
            throw e;
        }
    }

    private void share() {
        List<LaneRow> rows = lanes().all();
        if (engine.quarantine().isKnown()) {
            balance.nobodyCouldTake();
            free.forget();
        } else {
            free.look(rows);
        }
        balance.owned(
                rows.stream().filter(row -> !row.isFree()).map(LaneRow::lane).collect(Collectors.toSet()));
        LaneShare share = new LaneShare(engine.worker(), rows, workers.providers(), leaving.keySet());
        if (leaving.size() < MAX_LEAVING) {
            balance.surplus(runners.values(), share).forEach(this::giveBack);
        }
        for (LaneRow row : rows) {
            Optional<WhatsAppProvider> provider = engine.provider(row.lane().provider());
            boolean isMine = runners.containsKey(row.lane()) || leaving.containsKey(row.lane());
            if (!stopping && row.isFree() && provider.isPresent() && !isMine && balance.takes(row.lane(), share)) {
                take(row.lane(), provider.get(), share);
            }
        }
    }

    private void giveBack(LaneKey lane) {
        LaneRunner runner = runners.get(lane);
        if (runner == null) {
            return;
        }
        LOG.info("Lane {} is given back for another worker", lane);
        leaving.put(lane, runner);
        runners.remove(lane, runner);
        runner.halt();
        letLand(runner, () -> {
            // The end of the engine gives back what is left, and may be over by now.
            if (leaving.containsValue(runner)) {
                runner.interruptOwn();
                lanes().release(runner.lease());
                leaving.remove(lane, runner);
            }
        });
    }

    private void take(LaneKey lane, WhatsAppProvider provider, LaneShare share) {
        long before = engine.nanos();
        Optional<LaneLease> taken = lanes().acquire(lane, engine.worker(), lease);
        if (taken.isPresent() && stopping) {
            // The end began while the database answered, and may have passed this lane already.
            lanes().release(taken.get());
        } else if (taken.isPresent()) {
            balance.taken(lane, share);
            RateLimit level = levels.getOrDefault(lane, provider.capabilities().throughput());
            var runner = new LaneRunner(engine, taken.get(), provider, level, trust(before));
            runners.put(lane, runner);
            if (stopping) {
                runner.halt();
            }
            runner.start();
            LOG.info(
                    "Lane {} is sent by {} with epoch {}",
                    lane,
                    engine.worker(),
                    taken.get().epoch());
        }
    }

    private LaneStore lanes() {
        return engine.stores().lanes();
    }

    private long trust(long beforeNanos) {
        return beforeNanos + lease.toNanos() - lease.toNanos() / RENEWALS_PER_LEASE;
    }
}
