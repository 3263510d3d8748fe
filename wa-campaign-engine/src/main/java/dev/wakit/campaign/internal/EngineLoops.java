package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.JobRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The background loops of an engine: one that starts what is due, one that plans, one that keeps lanes, one that watches the senders of
 * pools, one that settles what is uncertain, one that processes webhooks.
 */
final class EngineLoops {

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Duration SETTLE_EVERY = Duration.ofSeconds(2);
    private static final int DUE_LIMIT = 100;
    private static final int CANCEL_STEP = 1_000;
    private static final int CANCEL_LIMIT = 1_000;

    private final EngineCore engine;
    private final WebhookProcessor webhooks;
    private final Planner planner;
    private final Wake conductorWake = new Wake();
    private final Wake plannerWake = new Wake();
    private final Wake webhookWake = new Wake();
    private final List<Loop> loops = new ArrayList<>();
    private ClockWatch clock;
    private JobRunner.@Nullable Running jobs;
    private volatile boolean stopping;
    private Instant settledAt = Instant.EPOCH;

    EngineLoops(EngineCore engine, WebhookProcessor webhooks) {
        this.engine = engine;
        this.webhooks = webhooks;
        this.planner = new Planner(engine, engine.settings().lease());
        this.clock = new ClockWatch(engine.settings().tenant(), engine.notifier());
    }

    /** Starts the loops; again after an {@link #end}. */
    void start() {
        stopping = false;
        clock = new ClockWatch(engine.settings().tenant(), engine.notifier());
        run("conductor", conductorWake, () -> {
            conduct();
            return TICK_NANOS;
        });
        run("planner", plannerWake, () -> planner.planNext() ? 0 : TICK_NANOS);
        run("pools", new Wake(), new PoolWatch(engine)::step);
        var reconciler = new Reconciler(engine);
        run("reconciler", new Wake(), reconciler::step);
        run("webhooks", webhookWake, () -> webhooks.processSome() ? 0 : TICK_NANOS);
        if (engine.settings().runsJobs()) {
            jobs = engine.stores()
                    .jobs()
                    .start(
                            engine.worker(),
                            new EngineJobs(engine).all(),
                            engine.settings().clock(),
                            engine.settings().lease());
        }
    }

    /** Asks long steps to end soon. Webhooks go on being processed until {@link #end}. */
    void halt() {
        stopping = true;
    }

    /** Ends the loops; waits for their steps until then, by the monotonic clock. */
    void end(long untilNanos) throws InterruptedException {
        stopping = true;
        loops.forEach(Loop::end);
        if (jobs != null) {
            jobs.stop();
            jobs = null;
        }
        for (Loop loop : loops) {
            loop.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(untilNanos - engine.nanos())));
        }
        loops.clear();
    }

    boolean isStopping() {
        return stopping;
    }

    void wake() {
        conductorWake.wake();
        plannerWake.wake();
    }

    void wakeWebhooks() {
        webhookWake.wake();
    }

    private void run(String name, Wake wake, Loop.Step step) {
        loops.add(engine.settings().loops().start(name, wake, step));
    }

    private void conduct() {
        Instant now = engine.now();
        clock.look(new Moment(now, engine.nanos()));
        startDue(now);
        if (!now.isBefore(settledAt.plus(SETTLE_EVERY))) {
            settledAt = now;
            engine.inboxPressure().look();
            webhooks.recheckOrphans();
            finishCancelled(now);
            engine.guards().look(engine.laneKeeper().held());
        }
    }

    private void startDue(Instant now) {
        for (CampaignRow row : engine.stores().campaigns().due(now, DUE_LIMIT)) {
            Optional<String> missed =
                    Misfires.missed(row, engine.book().enter(row).settings(), now);
            CampaignStatus to = missed.isPresent() ? CampaignStatus.CANCELLED : CampaignStatus.PREPARING;
            String reason = missed.orElse("");
            boolean moved = engine.stores()
                    .campaigns()
                    .move(row.tenant(), row.id(), Set.of(CampaignStatus.SCHEDULED), to, reason, now);
            if (moved) {
                engine.notifier().tell(new CampaignEvent.StatusChanged(row.tenant(), row.id(), to, reason));
                plannerWake.wake();
            }
        }
    }

    /** What came back to PENDING while its campaign was cancelled, or was left when the canceller died. */
    private void finishCancelled(Instant now) {
        for (CampaignRow row : engine.stores().campaigns().cancelledNotEmpty(CANCEL_LIMIT)) {
            int moved = engine.stores().deliveries().cancelPending(row.tenant(), row.id(), CANCEL_STEP, now);
            if (moved < CANCEL_STEP) {
                engine.stores().campaigns().noteEmpty(row.tenant(), row.id());
            }
        }
    }
}
