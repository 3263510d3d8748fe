package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the outcomes of a lane in batches, on a thread of its own. What it cannot write, because the database is gone, keeps its
 * place in the lane's window, so that sending stops until it can.
 */
final class OutcomeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);
    private static final int MAX_BATCH = 200;
    private static final long GATHER_MILLIS = 15;
    private static final long POLL_MILLIS = 100;
    private static final long ERROR_PAUSE_MILLIS = 500;

    private final EngineCore engine;
    private final LaneLease lease;
    private final OutcomeJudge judge;
    private final Runnable afterWrite;
    private final BlockingQueue<Flight.Landing> landed = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean draining;
    private volatile boolean abandoned;

    OutcomeWriter(EngineCore engine, LaneLease lease, OutcomeJudge judge, Runnable afterWrite) {
        this.engine = engine;
        this.lease = lease;
        this.judge = judge;
        this.afterWrite = afterWrite;
        this.thread =
                new Thread(this::loop, "wakit-outcomes-" + lease.lane().sender().value());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Takes an outcome; never blocks. */
    void land(Flight.Landing landing) {
        judge.signal(landing);
        landed.add(landing);
    }

    /** Writes what has landed and ends. */
    void finish(long millis) throws InterruptedException {
        draining = true;
        thread.join(millis);
        if (thread.isAlive()) {
            abandoned = true;
            thread.interrupt();
        }
    }

    private void loop() {
        var batch = new ArrayList<Flight.Landing>(MAX_BATCH);
        try {
            while (true) {
                Flight.Landing first = landed.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (draining) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                gather(batch);
                writeUntilDone(batch);
                batch.clear();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather(List<Flight.Landing> batch) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        while (batch.size() < MAX_BATCH) {
            Flight.Landing more = landed.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (more == null) {
                return;
            }
            batch.add(more);
        }
    }

    private void writeUntilDone(List<Flight.Landing> batch) throws InterruptedException {
        Runnable afterwards = () -> {};
        while (!abandoned) {
            try {
                afterwards = write(batch);
                break;
            } catch (StoreException e) {
                LOG.warn(
                        "{} outcomes of lane {} could not be written and are tried again",
                        batch.size(),
                        lease.lane(),
                        e);
                TimeUnit.MILLISECONDS.sleep(ERROR_PAUSE_MILLIS);
            } catch (Throwable e) {
                // The root of a thread: it goes on with the next batch.
                LOG.error(
                        "{} outcomes of lane {} were dropped; their deliveries reconcile by webhook",
                        batch.size(),
                        lease.lane(),
                        e);
                break;
            }
        }
        release(batch);
        afterwards.run();
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
            mergeLate(writes.stream()
                    .filter(write -> notWritten.contains(write.delivery()))
                    .toList());
        }
        stopBroken(batch);
        return () -> tell(batch, writes, notWritten);
    }

    private void release(List<Flight.Landing> batch) {
        batch.forEach(landing -> landing.flight().feed().inFlight().decrementAndGet());
        for (int i = 0; i < batch.size(); i++) {
            afterWrite.run();
        }
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
                        .tell(new CampaignEvent.DeliveryChanged(lease.lane().tenant(), merged.after())));
    }

    private void suppressIfOptedOut(Flight.Landing landing) {
        if (!(landing.outcome() instanceof SendOutcome.Rejected rejected)) {
            return;
        }
        ErrorJudge.optOut(landing.flight().delivery(), rejected.error(), judge.rule(rejected), landing.at())
                .ifPresent(suppression -> engine.suppress(lease.lane().tenant(), suppression));
    }

    private void stopBroken(List<Flight.Landing> batch) {
        for (Flight.Landing landing : batch) {
            if (landing.outcome() instanceof SendOutcome.Rejected rejected) {
                engine.stops()
                        .stop(lease.lane().tenant(), landing.flight().delivery().campaign(), judge.rule(rejected));
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
                        .tell(new CampaignEvent.DeliveryChanged(lease.lane().tenant(), after.build()));
            }
        }
    }
}
