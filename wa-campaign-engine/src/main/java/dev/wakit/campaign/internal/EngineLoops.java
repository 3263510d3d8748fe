package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.CampaignRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background loops of an engine: one that starts what is due, one that plans, one that keeps lanes, one that processes
 * webhooks.
 */
final class EngineLoops {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLoops.class);
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Duration SETTLE_EVERY = Duration.ofSeconds(2);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration KEEP_WEBHOOKS = Duration.ofDays(30);
    private static final Duration KEEP_ORPHANS = Duration.ofDays(1);
    private static final Duration KEEP_KEYS = Duration.ofDays(7);
    private static final int FORGET_STEP = 1_000;
    private static final int DUE_LIMIT = 100;
    private static final int CANCEL_STEP = 1_000;

    private final EngineCore engine;
    private final WebhookProcessor webhooks;
    private final Planner planner;
    private final Wake conductorWake = new Wake();
    private final Wake plannerWake = new Wake();
    private final Wake webhookWake = new Wake();
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean stopping;
    private boolean started;
    private boolean closed;
    private Instant settledAt = Instant.EPOCH;
    private Instant tidiedAt = Instant.EPOCH;

    EngineLoops(EngineCore engine, WebhookProcessor webhooks) {
        this.engine = engine;
        this.webhooks = webhooks;
        this.planner = new Planner(engine, engine.settings().lease());
    }

    synchronized void start() {
        if (started || closed) {
            return;
        }
        started = true;
        run("conductor", conductorWake, () -> {
            conduct();
            return TICK_NANOS;
        });
        run("planner", plannerWake, () -> planner.planNext() ? 0 : TICK_NANOS);
        run("webhooks", webhookWake, () -> webhooks.processSome() ? 0 : TICK_NANOS);
        engine.laneKeeper().start();
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stopping = true;
        engine.laneKeeper().close();
        loops.forEach(Loop::end);
        boolean interrupted = false;
        for (Loop loop : loops) {
            try {
                loop.join(5_000);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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
        startDue(now);
        if (!now.isBefore(settledAt.plus(SETTLE_EVERY))) {
            settledAt = now;
            giveUpUncertain(now);
            finishCancelled(now);
            engine.guards().look(engine.laneKeeper().held());
        }
        if (!now.isBefore(tidiedAt.plus(TIDY_EVERY))) {
            tidiedAt = now;
            engine.stores().inbox().purge(now.minus(KEEP_WEBHOOKS));
            forgetKeys(now.minus(KEEP_KEYS));
            engine.stores().pacing().tidy(now);
            engine.stores().audiences().deleteOrphans(Ids.lowestAt(now.minus(KEEP_ORPHANS)));
        }
    }

    private void forgetKeys(Instant before) {
        int forgotten;
        do {
            forgotten = engine.stores().outbox().forgetKeys(before, FORGET_STEP);
        } while (forgotten == FORGET_STEP && !stopping);
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

    private void giveUpUncertain(Instant now) {
        Instant before = now.minus(engine.settings().evidenceGrace());
        for (CampaignRow row : engine.stores().campaigns().withDeliveriesIn(DeliveryState.UNCERTAIN)) {
            int given = engine.stores().deliveries().giveUpUncertain(row.tenant(), row.id(), before, now);
            if (given > 0) {
                LOG.warn(
                        "Campaign {}: {} deliveries are UNKNOWN, because no evidence came within {}",
                        row.id(),
                        given,
                        engine.settings().evidenceGrace());
            }
        }
    }

    /** What came back to PENDING while its campaign was cancelled, or was left when the canceller died. */
    private void finishCancelled(Instant now) {
        for (CampaignRow row : engine.stores().campaigns().withDeliveriesIn(DeliveryState.PENDING)) {
            if (row.status() == CampaignStatus.CANCELLED) {
                engine.stores().deliveries().cancelPending(row.tenant(), row.id(), CANCEL_STEP, now);
            }
        }
    }
}
