package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on one lane while its lease holds: what may be sent now, and how much of it. {@link LaneSender} sends it.
 *
 * <p>One loop sends; outcomes are written by another.
 */
final class LaneRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LaneRunner.class);
    /** The share of the BSP's limit that is used: inbound messages count against it too. */
    private static final double USED_SHARE = 0.9;

    private static final int MAX_BATCH = 500;
    private static final int MIN_WINDOW = 20;
    private static final int MAX_WINDOW = 1_000;
    private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LAST_WRITE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration STUCK_AFTER = Duration.ofMinutes(2);

    private final EngineCore engine;
    private final LaneLease lease;
    private final LaneTrust trust;
    private final LaneThrottle throttle;
    private final LaneGate gate;
    private final TokenBucket bucket;
    private final LaneQueue queue;
    private final OutcomeWriter outcomes;
    private final LaneSender sender;
    private final HoldTeller teller;
    private final Wake wake = new Wake();
    private final AtomicInteger window = new AtomicInteger();
    private final Set<CampaignId> mail = ConcurrentHashMap.newKeySet();
    private volatile boolean mailAnywhere;
    private @Nullable Loop loop;
    private boolean interruptedOthers;
    private long refreshAtNanos;
    private long sweepAtNanos;

    LaneRunner(EngineCore engine, LaneLease lease, WhatsAppProvider provider, long trustedUntilNanos) {
        this.engine = engine;
        this.lease = lease;
        this.trust = new LaneTrust(engine, trustedUntilNanos);
        long now = engine.nanos();
        double rate = provider.capabilities().throughput().messagesPerSecond() * USED_SHARE;
        this.throttle = new LaneThrottle(rate, engine::nanos);
        this.gate = new LaneGate(
                provider,
                new Breaker(lease.lane().toString(), Breaker.Rules.NO_CLEAR_ANSWER, engine::nanos),
                engine.credentials(provider.id()));
        this.bucket = new TokenBucket(rate, now);
        this.queue = new LaneQueue(engine, lease, now);
        this.refreshAtNanos = now;
        this.sweepAtNanos = now + SWEEP_NANOS;
        this.outcomes = new OutcomeWriter(
                engine, lease, new OutcomeJudge(provider.errors(), engine.judge(), throttle, gate), this::landedOne);
        this.teller = new HoldTeller(engine.notifier(), lease.lane());
        this.sender = new LaneSender(engine, lease, provider, trust, gate, bucket, outcomes, window);
    }

    LaneLease lease() {
        return lease;
    }

    void start() {
        outcomes.start();
        loop = engine.settings().loops().start("lane-" + lease.lane().sender().value(), wake, this::step);
    }

    void wake() {
        wake.wake();
    }

    /** A single send waits in this mailbox. */
    void mail(CampaignId mailbox) {
        mail.add(mailbox);
        wake.wake();
    }

    /** Single sends may wait in any mailbox. */
    void mail() {
        mailAnywhere = true;
        wake.wake();
    }

    /** The lease was renewed. */
    void trustUntil(long nanos) {
        trust.until(nanos);
    }

    /** A webhook explained a message that had no answer: the BSP takes messages of this lane, whatever becomes of the answers. */
    void explained() {
        gate.explained();
        wake.wake();
    }

    /** The lane has another owner: nothing more is begun. */
    void lose() {
        trust.lose();
        wake.wake();
    }

    /** Whether it still holds its lane and both of its loops work. */
    boolean isAlive() {
        return !trust.isLost() && loop != null && loop.isAlive() && outcomes.isAlive();
    }

    /** Begins nothing more. */
    void halt() {
        trust.stop();
        if (loop != null) {
            loop.end();
        }
        wake.wake();
    }

    /** Moves the end on. Returns whether it is reached: nothing is on its way, every outcome is written. Never blocks. */
    boolean endSome() {
        halt();
        if ((loop != null && loop.isAlive()) || window.get() > 0) {
            return false;
        }
        outcomes.drain();
        return !outcomes.isAlive();
    }

    /** Ends it at once; what has not landed by now is left to evidence. */
    void giveUp() {
        halt();
        outcomes.drain();
        if (outcomes.isAlive() && window.get() > 0) {
            outcomes.interrupt();
        }
    }

    /** Marks what this lease still has in flight: its worker will not hear the answers. */
    void interruptOwn() {
        Instant now = engine.now();
        int count = engine.stores().deliveries().interrupt(lease, now.plus(STUCK_AFTER), now);
        if (count > 0) {
            LOG.warn("Lane {}: {} unanswered deliveries are UNCERTAIN and wait for evidence", lease.lane(), count);
        }
    }

    /** Requests whose outcome is not written. */
    int underWay() {
        return window.get();
    }

    LaneStatus status() {
        var hold = hold();
        return new LaneStatus(
                lease.lane(),
                true,
                throttle.rate(),
                window.get(),
                hold.map(LaneThrottle.Hold::reason)
                        .or(engine.inboxPressure()::reason)
                        .orElse(null),
                hold.map(LaneThrottle.Hold::until).orElse(null));
    }

    private Optional<LaneThrottle.Hold> hold() {
        return gate.hold().or(throttle::hold);
    }

    private void landedOne() {
        window.decrementAndGet();
        wake.wake();
    }

    /** One step. Returns how long there is nothing to do. */
    private long step() {
        if (trust.isLost()) {
            return Loop.Step.END;
        }
        if (!trust.isTrusted()) {
            return IDLE_NANOS;
        }
        if (sender.isInDoubt()) {
            return sender.resolve();
        }
        long now = engine.nanos();
        sweep(now);
        takeMail(now);
        if (now - refreshAtNanos >= 0) {
            queue.refresh(now);
            refreshAtNanos = now + REFRESH_NANOS;
        }
        long held = Math.max(throttle.heldNanos(), gate.heldNanos());
        teller.tell(hold());
        if (engine.inboxPressure().reason().isPresent()) {
            return IDLE_NANOS;
        }
        if (held > 0) {
            return Math.min(held, IDLE_NANOS);
        }
        bucket.changeRate(throttle.rate(), now);
        int free = windowSize() - window.get();
        if (free <= 0) {
            return IDLE_NANOS;
        }
        int wanted = Math.max(1, (int) (bucket.burst() / 2));
        if (bucket.available(now) < wanted) {
            return bucket.nanosUntil(wanted, now);
        }
        return gate.isProbing()
                ? probe(now)
                : send(Math.min(Math.min(free, bucket.available(now)), MAX_BATCH), now, false);
    }

    /** One request finds out whether things work again, on whichever lane takes the permission first. */
    private long probe(long now) {
        if (!gate.tryAcquire()) {
            return IDLE_NANOS;
        }
        boolean handedOver = false;
        try {
            long wait = send(1, now, true);
            handedOver = wait == 0;
            return wait;
        } finally {
            if (!handedOver) {
                gate.release();
            }
        }
    }

    private long send(int max, long now, boolean reserved) {
        List<LaneQueue.Pick> picks = queue.take(max, engine.now(), now);
        queue.completeIdle(now);
        if (picks.isEmpty()) {
            return Math.max(1, queue.nanosUntilReady(now, IDLE_NANOS));
        }
        sender.send(picks, reserved);
        return 0;
    }

    /** Mailboxes in which something waits are read in this step; one that is new is looked up first. */
    private void takeMail(long now) {
        if (mailAnywhere) {
            mailAnywhere = false;
            queue.readMailboxes(now);
            refreshAtNanos = now;
        }
        for (CampaignId mailbox : List.copyOf(mail)) {
            mail.remove(mailbox);
            if (!queue.readMailbox(mailbox, now)) {
                refreshAtNanos = now;
            }
        }
    }

    private int windowSize() {
        if (gate.isProbing()) {
            return 1;
        }
        int configured = engine.settings().maxInFlight();
        return configured > 0
                ? configured
                : (int) Math.min(MAX_WINDOW, Math.max(MIN_WINDOW, Math.ceil(bucket.ratePerSecond() / 2)));
    }

    /** Marks what nobody works on any more: what earlier owners left, and now and then what was stuck here. */
    private void sweep(long now) {
        if (!interruptedOthers) {
            int count = engine.stores().deliveries().interrupt(lease, Instant.EPOCH, engine.now());
            interruptedOthers = true;
            if (count > 0) {
                LOG.warn("Lane {}: {} interrupted deliveries are UNCERTAIN and wait for evidence", lease.lane(), count);
            }
        } else if (now - sweepAtNanos >= 0) {
            sweepAtNanos = now + SWEEP_NANOS;
            engine.stores().deliveries().interrupt(lease, engine.now().minus(STUCK_AFTER), engine.now());
        }
    }
}
