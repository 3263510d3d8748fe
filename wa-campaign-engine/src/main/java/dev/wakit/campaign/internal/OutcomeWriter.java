package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.error.ErrorRule;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the outcomes of a lane in batches, on a thread of its own. What it cannot write, because the database is gone, keeps its
 * place in the lane's window, so that sending stops until it can: no more outcomes wait than the window has places. A batch that the
 * database refuses while it works is halved until the outcome that it refuses stands alone.
 */
final class OutcomeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);
    private static final int MAX_BATCH = 200;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long ERROR_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MAX_FAILURES = 3;

    private final EngineCore engine;
    private final LaneLease lease;
    private final OutcomeJudge judge;
    private final IntConsumer afterWrite;
    private final IntSupplier places;
    private final Wake wake = new Wake();
    private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
    private final List<Flight.Landing> batch = new ArrayList<>(MAX_BATCH);
    private final Deque<List<Flight.Landing>> split = new ArrayDeque<>();
    private int failures;
    private @Nullable Loop loop;
    private volatile boolean draining;

    /**
     * A writer that is not started.
     *
     * @param afterWrite told how many outcomes were written, or given up
     * @param places how many requests of the lane may be on their way; an outcome that is not written keeps one. Thread-safe.
     */
    OutcomeWriter(EngineCore engine, LaneLease lease, OutcomeJudge judge, IntConsumer afterWrite, IntSupplier places) {
        this.engine = engine;
        this.lease = lease;
        this.judge = judge;
        this.afterWrite = afterWrite;
        this.places = places;
    }

    private record Landed(Flight.Landing landing, long nanos) {}

    void start() {
        loop = engine.settings()
                .loops()
                .start("outcomes-" + lease.lane().sender().value(), wake, this::step);
    }

    boolean isAlive() {
        return loop != null && loop.isAlive();
    }

    /** Takes an outcome; never blocks. */
    void land(Flight.Landing landing) {
        judge.signal(landing);
        engine.tally().landed(landing.outcome());
        landed.add(new Landed(landing, engine.nanos()));
        int waiting = landed.size();
        if (waiting == 1 || waiting >= enough()) {
            wake.wake();
        }
    }

    /** How many are not worth waiting for more: a full batch, or so many that the lane soon has no place left to send with. */
    private int enough() {
        return Math.min(MAX_BATCH, Math.max(1, places.getAsInt() / 2));
    }

    /** Writes what has landed and ends; does not wait for that. */
    void drain() {
        if (!draining) {
            draining = true;
            wake.wake();
        }
    }

    /** Ends even while the database does not answer. */
    void interrupt() {
        if (loop != null) {
            loop.interrupt();
        }
    }

    /** Gathers for a moment, so that a commit is shared, and writes. What cannot be written is tried again. */
    private long step() {
        if (batch.isEmpty()) {
            Landed first = landed.peek();
            if (first == null) {
                return draining ? Loop.Step.END : IDLE_NANOS;
            }
            long gathered = engine.nanos() - first.nanos();
            if (gathered < GATHER_NANOS && landed.size() < enough() && !draining) {
                return GATHER_NANOS - gathered;
            }
            while (batch.size() < MAX_BATCH && !landed.isEmpty()) {
                batch.add(landed.remove().landing());
            }
        }
        return writeBatch();
    }

    private long writeBatch() {
        Runnable afterwards = () -> {};
        try {
            afterwards = write(batch);
        } catch (Throwable e) {
            if (mayPass(e)) {
                return ERROR_PAUSE_NANOS;
            }
            if (batch.size() > 1) {
                // One of them may be what the database refuses: the halves are written on their own.
                int half = batch.size() / 2;
                split.addFirst(new ArrayList<>(batch.subList(half, batch.size())));
                batch.subList(half, batch.size()).clear();
                return 0;
            }
            LOG.error(
                    "The outcome of delivery {} of lane {} cannot be written; it stays SENDING and reconciles",
                    batch.get(0).flight().delivery().id(),
                    lease.lane(),
                    e);
        }
        failures = 0;
        release(batch);
        batch.clear();
        if (!split.isEmpty()) {
            batch.addAll(split.removeFirst());
        }
        afterwards.run();
        return 0;
    }

    /** Whether the same batch may be written later: while the database is gone, and a few times when it is back. */
    private boolean mayPass(Throwable e) {
        if (!(e instanceof StoreException)) {
            return false;
        }
        LOG.warn("{} outcomes of lane {} could not be written and are tried again", batch.size(), lease.lane(), e);
        if (!isDatabaseUp()) {
            failures = 0;
            return true;
        }
        failures++;
        return failures < MAX_FAILURES;
    }

    /** Whether a write succeeds that has nothing to do with the batch: a read may succeed while the disk is full. */
    private boolean isDatabaseUp() {
        try {
            engine.stores().lanes().renew(lease, engine.settings().lease());
            return true;
        } catch (StoreException gone) {
            return false;
        }
    }

    /** Writes a batch; may be repeated. Returns what is left to do once it is written. */
    private Runnable write(List<Flight.Landing> batch) {
        var writes = new ArrayList<OutcomeWrite>(batch.size());
        for (Flight.Landing landing : batch) {
            writes.add(judge.write(landing));
            suppressIfOptedOut(landing);
        }
        Set<DeliveryId> notWritten = engine.stores().deliveries().recordOutcomes(lease, writes);
        if (!notWritten.isEmpty()) {
            LOG.info(
                    "Lane {}: {} outcomes of epoch {} came after their rows had moved on, and are evidence",
                    lease.lane(),
                    notWritten.size(),
                    lease.epoch());
            mergeLate(writes.stream()
                    .filter(write -> notWritten.contains(write.delivery()))
                    .toList());
        }
        stopBroken(batch);
        countSpend(batch);
        var told = List.copyOf(batch);
        return () -> {
            engine.outgoing().accepted(lease.lane().tenant(), told);
            tell(told, writes, notWritten);
        };
    }

    /** The outcomes are written: this must not make them be written again. */
    private void countSpend(List<Flight.Landing> batch) {
        try {
            engine.spend().count(lease.lane().tenant(), batch);
        } catch (StoreException e) {
            LOG.warn("What {} messages of lane {} cost was not counted", batch.size(), lease.lane(), e);
        }
    }

    private void release(List<Flight.Landing> batch) {
        batch.forEach(landing -> landing.flight().feed().inFlight().decrementAndGet());
        afterWrite.accept(batch.size());
    }

    /** A webhook or a new owner of the lane was faster: the outcome is evidence now. */
    private void mergeLate(List<OutcomeWrite> late) {
        var refs = late.stream().map(write -> DeliveryRef.of(write.delivery())).toList();
        MergeResult result = engine.stores()
                .deliveries()
                .merge(
                        lease.lane().tenant(),
                        refs,
                        (located, i) ->
                                engine.merger().merge(located, new Evidence.LateOutcome(late.get(i)), engine.now()),
                        engine.now());
        result.changed()
                .forEach(merged -> engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                lease.lane().tenant(),
                                merged.after(),
                                merged.before().state())));
    }

    private void suppressIfOptedOut(Flight.Landing landing) {
        if (!(landing.outcome() instanceof SendOutcome.Rejected rejected)) {
            return;
        }
        ErrorJudge.suppressions(
                        landing.flight().delivery(),
                        Set.of(),
                        rejected.error(),
                        judge.rule(rejected),
                        landing.flight()
                                .feed()
                                .entry()
                                .settingsFor(landing.flight().delivery()),
                        landing.at())
                .forEach(suppression -> engine.suppress(lease.lane().tenant(), suppression));
    }

    private void stopBroken(List<Flight.Landing> batch) {
        for (Flight.Landing landing : batch) {
            Delivery delivery = landing.flight().delivery();
            if (delivery.isSingle()) {
                // It has no campaign that could stop.
                continue;
            }
            if (landing.outcome() instanceof SendOutcome.Rejected rejected) {
                ErrorRule rule = judge.rule(rejected);
                engine.stops().stop(delivery.campaign(), lease.lane(), rule);
                engine.answerStorms()
                        .failed(
                                delivery.campaign(),
                                lease.lane(),
                                delivery.id(),
                                rule,
                                landing.flight().feed().entry().settings().guards());
            } else if (landing.outcome() instanceof SendOutcome.Accepted) {
                engine.answerStorms().good(delivery.campaign(), lease.lane());
            }
        }
    }

    private void tell(List<Flight.Landing> batch, List<OutcomeWrite> writes, Set<DeliveryId> notWritten) {
        if (!engine.notifier().hasListeners()) {
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            OutcomeWrite write = writes.get(i);
            if (!notWritten.contains(write.delivery())) {
                Delivery.Builder after = batch.get(i).flight().delivery().toBuilder()
                        .state(write.state())
                        .attemptNo(write.attemptNo())
                        .tries(write.tries())
                        .notBefore(write.notBefore())
                        .error(
                                write.errorCode().isEmpty() ? null : write.errorCode(),
                                write.errorText().isEmpty() ? null : write.errorText());
                if (!write.messageId().isEmpty()) {
                    after.messageId(new MessageId(write.messageId())).acceptedAt(write.at());
                }
                engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                lease.lane().tenant(), after.build(), DeliveryState.SENDING));
            }
        }
    }
}
