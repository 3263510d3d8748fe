package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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
    private static final int MAX_BATCH = 500;
    private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Duration STUCK_AFTER = Duration.ofMinutes(2);

    private final EngineCore engine;
    private final LaneLease lease;
    private final LaneTrust trust;
    private final LaneThrottle throttle;
    private final LaneGate gate;
    private final LaneRate rate;
    private final LaneLimits limits;
    private final LaneQueue queue;
    private final OutcomeWriter outcomes;
    private final LaneSender sender;
    private final HoldTeller teller;
    private final Wake wake = new Wake();
    private final Set<CampaignId> mail = ConcurrentHashMap.newKeySet();
    private volatile boolean mailAnywhere;
    private final LaneWindow window;
    private final LaneHealth health;
    private @Nullable Loop loop;
    private boolean interruptedOthers;
    private long refreshAtNanos;
    private long sweepAtNanos;

    LaneRunner(EngineCore engine, LaneLease lease, WhatsAppProvider provider, RateLimit level, long trustedUntilNanos) {
        this.engine = engine;
        this.lease = lease;
        this.trust = new LaneTrust(engine, trustedUntilNanos);
        long now = engine.nanos();
        double permitted = permitted(level);
        this.throttle = new LaneThrottle(permitted, engine::nanos);
        this.gate = new LaneGate(
                provider,
                new Breaker(lease.lane().toString(), Breaker.Rules.NO_CLEAR_ANSWER, engine::nanos),
                engine.credentials(provider.id()));
        this.health = new LaneHealth(
                () -> gate.heldNanos() > 0 || throttle.wideHold().isPresent(),
                () -> !gate.isProbing() && throttle.isReached(),
                engine::nanos);
        this.rate = new LaneRate(permitted, now);
        this.window = new LaneWindow(engine.settings().maxInFlight());
        this.limits = new LaneLimits(engine, lease.lane());
        this.queue = new LaneQueue(engine, lease, limits.gates(), now);
        this.refreshAtNanos = now;
        this.sweepAtNanos = now + SWEEP_NANOS;
        this.outcomes = new OutcomeWriter(
                engine,
                lease,
                new OutcomeJudge(provider.errors(), engine.judge(), throttle, gate),
                this::landed,
                () -> window.size(throttle.fullRate()));
        this.teller = new HoldTeller(engine.notifier(), lease.lane());
        this.sender = new LaneSender(engine, lease, provider, trust, gate, rate, limits, outcomes, window);
    }

    LaneLease lease() {
        return lease;
    }

    /** Whether it can send at all; for the loop that watches pools. */
    LaneHealth health() {
        return health;
    }

    /** What holds the whole lane now, other than its own speed, in words; empty if nothing does. */
    String heldBy() {
        return gate.hold().or(throttle::wideHold).map(LaneThrottle.Hold::reason).orElse("");
    }

    /** The running campaigns that it sends with other lanes. */
    List<LaneQueue.Sent> shared() {
        return queue.shared();
    }

    /** Inbound messages count against the limit too, so a share of it is left for them. */
    private double permitted(RateLimit level) {
        return level.messagesPerSecond() * (1 - engine.settings().inboundReserve());
    }

    /** The BSP gives the sender another throughput. */
    void changeLevel(RateLimit level) {
        throttle.changeFullRate(permitted(level));
        wake.wake();
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
        if ((loop != null && loop.isAlive()) || window.inFlight() > 0) {
            return false;
        }
        outcomes.drain();
        return !outcomes.isAlive();
    }

    /** Ends it at once; what has not landed by now is left to evidence. */
    void giveUp() {
        halt();
        outcomes.drain();
        if (outcomes.isAlive() && window.inFlight() > 0) {
            outcomes.interrupt();
        }
    }

    /** Marks what this lease still has in flight: its worker will not hear the answers. */
    void interruptOwn() {
        Instant now = engine.now();
        if (loop == null || !loop.isAlive()) {
            sender.abandon();
        }
        int count = engine.stores().deliveries().interrupt(lease, now.plus(STUCK_AFTER), now);
        if (count > 0) {
            LOG.warn("Lane {}: {} unanswered deliveries are UNCERTAIN and wait for evidence", lease.lane(), count);
        }
    }

    /** Requests whose outcome is not written. */
    int underWay() {
        return window.inFlight();
    }

    LaneStatus status() {
        var hold = hold();
        return new LaneStatus(
                lease.lane(),
                true,
                throttle.rate(),
                window.inFlight(),
                hold.map(LaneThrottle.Hold::reason)
                        .or(engine.inboxPressure()::reason)
                        .orElse(null),
                hold.map(LaneThrottle.Hold::until).orElse(null));
    }

    private Moment moment(long nanos) {
        return new Moment(engine.now(), nanos);
    }

    /** What holds a campaign of this lane: the lane itself, and the campaign's own layers as of a moment ago. */
    List<Hold> holds(CampaignId campaign) {
        var holds = new ArrayList<Hold>();
        hold().ifPresent(
                        lane -> holds.add(Hold.of(HoldLayer.LANE, lane.reason()).until(lane.until())));
        if (!throttle.slowedBy().isEmpty()) {
            holds.add(Hold.of(
                    HoldLayer.THROUGHPUT,
                    "The sender goes at " + Math.round(throttle.rate()) + " messages a second instead of "
                            + Math.round(throttle.fullRate()) + ": " + throttle.slowedBy()));
        }
        holds.addAll(queue.holds().getOrDefault(campaign, List.of()));
        return List.copyOf(holds);
    }

    private Optional<LaneThrottle.Hold> hold() {
        return gate.hold().or(throttle::hold);
    }

    private void landed(int count) {
        window.end(count);
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
            queue.refresh(moment(now));
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
        rate.change(throttle.rate(), now);
        int free = gate.isProbing() ? 1 - window.inFlight() : window.free(throttle.fullRate());
        if (free <= 0) {
            return IDLE_NANOS;
        }
        int wanted = Math.min(rate.batch(), free);
        int available = rate.available(now);
        if (available < wanted) {
            return rate.nanosUntil(wanted, now);
        }
        return gate.isProbing() ? probe(now) : send(Math.min(Math.min(free, available), MAX_BATCH), now, false);
    }

    /** One request finds out whether things work again, on whichever lane takes the permission first. */
    private long probe(long now) {
        return gate.tryAcquire() ? send(1, now, true) : IDLE_NANOS;
    }

    /** From the moment at which the sender is called, a reserved permission is the sender's. */
    private long send(int max, long now, boolean reserved) {
        boolean isOurs = reserved;
        try {
            List<Feed.Taken> picks = queue.take(max, moment(now));
            queue.completeIdle(now);
            if (picks.isEmpty()) {
                return Math.max(1, queue.nanosUntilReady(moment(now), IDLE_NANOS));
            }
            isOurs = false;
            sender.send(picks, reserved);
            return 0;
        } finally {
            if (isOurs) {
                gate.release();
            }
        }
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
