package dev.wakit.campaign.internal;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.error.ProviderError;
import dev.wakit.message.Message;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends on one lane while its lease holds: read ahead, take rate permits, commit the intent, make one request each.
 *
 * <p>One thread sends; outcomes are written by another. See {@code docs/how-it-works.md} for why the order is what it is.
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
    private static final Duration STUCK_AFTER = Duration.ofMinutes(2);
    private static final long SEND_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration MAX_CLOCK_JUMP = Duration.ofSeconds(5);

    private final EngineCore engine;
    private final LaneLease lease;
    private final WhatsAppProvider provider;
    private final LaneThrottle throttle;
    private final TokenBucket bucket;
    private final LaneQueue queue;
    private final OutcomeWriter outcomes;
    private final Wake wake = new Wake();
    private final AtomicInteger window = new AtomicInteger();
    private final Thread thread;
    private volatile long trustedUntilNanos;
    private volatile boolean stopping;
    private volatile boolean lost;
    private boolean interruptedOthers;
    private long refreshAtNanos;
    private long sweepAtNanos;

    LaneRunner(EngineCore engine, LaneLease lease, WhatsAppProvider provider, long trustedUntilNanos) {
        this.engine = engine;
        this.lease = lease;
        this.provider = provider;
        this.trustedUntilNanos = trustedUntilNanos;
        long now = System.nanoTime();
        double rate = provider.capabilities().throughput().messagesPerSecond() * USED_SHARE;
        this.throttle = new LaneThrottle(rate, System::nanoTime);
        this.bucket = new TokenBucket(rate, now);
        this.queue = new LaneQueue(engine, lease, now);
        this.refreshAtNanos = now;
        this.sweepAtNanos = now + SWEEP_NANOS;
        this.outcomes = new OutcomeWriter(
                engine, lease, new OutcomeJudge(provider.errors(), engine.judge(), throttle), this::landedOne);
        this.thread =
                new Thread(this::loop, "wakit-lane-" + lease.lane().sender().value());
        this.thread.setDaemon(true);
    }

    LaneLease lease() {
        return lease;
    }

    void start() {
        outcomes.start();
        thread.start();
    }

    void wake() {
        wake.wake();
    }

    /** The lease was renewed. */
    void trustUntil(long nanos) {
        trustedUntilNanos = nanos;
    }

    /** The lane has another owner: nothing more is begun. */
    void lose() {
        lost = true;
        wake.wake();
    }

    /** Whether it still holds its lane and both of its threads work. */
    boolean isAlive() {
        return !lost && thread.isAlive() && outcomes.isAlive();
    }

    /** Begins nothing more. */
    void halt() {
        stopping = true;
        wake.wake();
    }

    /** Begins nothing more, waits for what is on its way, writes outcomes. */
    void stop(Duration limit) throws InterruptedException {
        halt();
        long until = System.nanoTime() + limit.toNanos();
        thread.join(Math.max(1, limit.toMillis()));
        while (window.get() > 0 && System.nanoTime() < until) {
            wake.awaitMillis(50);
        }
        outcomes.finish(Math.max(1_000, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
    }

    LaneStatus status() {
        var hold = throttle.hold();
        return new LaneStatus(
                lease.lane(),
                true,
                throttle.rate(),
                window.get(),
                hold.map(LaneThrottle.Hold::reason).orElse(null),
                hold.map(LaneThrottle.Hold::until).orElse(null));
    }

    private void landedOne() {
        window.decrementAndGet();
        wake.wake();
    }

    private boolean isTrusted() {
        return !lost && System.nanoTime() - trustedUntilNanos < 0;
    }

    private void loop() {
        try {
            while (!stopping && !lost) {
                try {
                    long wait = step();
                    if (wait > 0) {
                        wake.await(wait);
                    }
                } catch (Throwable e) {
                    // The root of a thread: an Error must not end it while its lease is renewed.
                    LOG.error("Lane {} could not finish a step and tries again", lease.lane(), e);
                    wake.awaitMillis(500);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** One step. Returns how long there is nothing to do. */
    private long step() {
        if (!isTrusted()) {
            return IDLE_NANOS;
        }
        long now = System.nanoTime();
        sweep(now);
        if (now - refreshAtNanos >= 0) {
            queue.refresh(now);
            refreshAtNanos = now + REFRESH_NANOS;
        }
        long held = throttle.heldNanos();
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
        int max = Math.min(Math.min(free, bucket.available(now)), MAX_BATCH);
        List<LaneQueue.Pick> picks = queue.take(max, engine.now(), now);
        queue.completeIdle(now);
        if (picks.isEmpty()) {
            return queue.nanosUntilReady(now, IDLE_NANOS);
        }
        send(picks);
        return 0;
    }

    private int windowSize() {
        if (throttle.isProbing()) {
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

    private void send(List<LaneQueue.Pick> picks) {
        Map<DeliveryId, Prepared> prepared = prepare(picks);
        if (prepared.isEmpty()) {
            return;
        }
        List<Intent> intents = prepared.values().stream().map(Prepared::intent).toList();
        long begunNanos = System.nanoTime();
        Instant begunAt = engine.now();
        Set<DeliveryId> granted = commit(intents, begunNanos);
        bucket.take(granted.size());
        var waiting = new ArrayDeque<Prepared>();
        prepared.values().stream()
                .filter(one -> granted.contains(one.intent().delivery()))
                .forEach(waiting::add);
        try {
            while (!waiting.isEmpty() && maySend(begunNanos, begunAt)) {
                begin(waiting.removeFirst());
            }
        } finally {
            if (!waiting.isEmpty()) {
                giveBack(waiting.stream().map(Prepared::intent).toList());
            }
        }
    }

    /** Renders first: a delivery that cannot be rendered never becomes an intent. */
    private Map<DeliveryId, Prepared> prepare(List<LaneQueue.Pick> picks) {
        var prepared = new LinkedHashMap<DeliveryId, Prepared>();
        for (LaneQueue.Pick pick : picks) {
            Delivery delivery = pick.delivery();
            CampaignSettings settings = pick.feed().entry().settings();
            try {
                Message message = pick.feed()
                        .entry()
                        .renderer()
                        .render(Planner.withName(
                                delivery.variables(), delivery.name().orElse("")));
                String key = delivery.recipient().orElseThrow().key();
                var intent = new Intent(
                        delivery.id(), delivery.campaign(), delivery.attemptNo() + 1, key, settings.isMarketing());
                prepared.put(delivery.id(), new Prepared(pick, message, intent));
            } catch (WhatsAppException e) {
                skip(delivery, e);
            }
        }
        return prepared;
    }

    private void skip(Delivery delivery, WhatsAppException e) {
        engine.stores()
                .deliveries()
                .merge(
                        delivery.tenant(),
                        List.of(DeliveryRef.of(delivery.id())),
                        (located, i) -> MergeStep.of(
                                isUntouched(located.delivery(), delivery)
                                        ? located.delivery().toBuilder()
                                                .skipped(SkipReason.INVALID_CONTENT, e.getMessage())
                                                .build()
                                        : located.delivery()),
                        engine.now());
    }

    private static boolean isUntouched(Delivery now, Delivery read) {
        return now.state() == DeliveryState.PENDING && now.attemptNo() == read.attemptNo();
    }

    /** Commits intents. When nobody knows whether that worked, only what a fresh reading shows is granted. */
    private Set<DeliveryId> commit(List<Intent> intents, long begunNanos) {
        try {
            IntentResult result = engine.stores().deliveries().commitIntents(lease, intents, engine.now());
            if (!result.laneHeld()) {
                lose();
            }
            return result.granted();
        } catch (StoreException e) {
            LOG.warn(
                    "Lane {}: a commit of {} intents failed; what is durable is read again",
                    lease.lane(),
                    intents.size(),
                    e);
            return reread(intents, begunNanos);
        }
    }

    private Set<DeliveryId> reread(List<Intent> intents, long begunNanos) {
        while (isTrusted() && !stopping && System.nanoTime() - begunNanos < SEND_WITHIN_NANOS) {
            try {
                return engine.stores().deliveries().reread(lease, intents);
            } catch (StoreException e) {
                LOG.warn("Lane {}: intents could not be read again", lease.lane(), e);
                try {
                    wake.awaitMillis(200);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return Set.of();
                }
            }
        }
        return Set.of();
    }

    /**
     * The last check before the socket: lease trusted, not too late, and the wall clock moved as the monotonic clock did, since
     * the monotonic clock stands still while a machine is suspended.
     */
    private boolean maySend(long begunNanos, Instant begunAt) {
        long passed = System.nanoTime() - begunNanos;
        Duration jump =
                Duration.between(begunAt, engine.now()).minusNanos(passed).abs();
        return isTrusted() && !stopping && passed < SEND_WITHIN_NANOS && jump.compareTo(MAX_CLOCK_JUMP) < 0;
    }

    private void begin(Prepared one) {
        Delivery delivery = one.pick().delivery();
        var flight = new Flight(one.pick().feed(), delivery, one.intent().attemptNo());
        SendRequest request = SendRequest.builder(
                        lease.lane().sender(), delivery.recipient().orElseThrow(), one.message())
                .callbackData(engine.refs().write(delivery.tenant(), delivery.id(), flight.attemptNo()))
                .build();
        window.incrementAndGet();
        flight.feed().inFlight().incrementAndGet();
        start(request)
                .whenComplete((outcome, broken) -> outcomes.land(
                        new Flight.Landing(flight, outcome != null ? outcome : brokenProvider(broken), engine.now())));
    }

    /** The provider's stage; what it throws before the wire is a refusal, anything else leaves the outcome open. */
    private CompletionStage<SendOutcome> start(SendRequest request) {
        try {
            return provider.send(request);
        } catch (WhatsAppException | IllegalArgumentException refusedBeforeTheWire) {
            ProviderError error = ProviderError.builder("unsupported")
                    .title("The provider cannot send this message")
                    .detail(refusedBeforeTheWire.getMessage())
                    .build();
            return CompletableFuture.completedFuture(new SendOutcome.Rejected(error));
        } catch (RuntimeException broken) {
            return CompletableFuture.completedFuture(brokenProvider(broken));
        }
    }

    private SendOutcome brokenProvider(@Nullable Throwable broken) {
        LOG.error(
                "Provider {} broke its contract: send ended without an outcome",
                provider.getClass().getName(),
                broken);
        return new SendOutcome.Ambiguous(
                TransportFailure.of(TransportFailure.Kind.UNREADABLE, "the provider failed without an outcome"));
    }

    private void giveBack(List<Intent> abandoned) {
        try {
            engine.stores().deliveries().giveBack(lease, abandoned, engine.now());
        } catch (StoreException e) {
            LOG.warn(
                    "Lane {}: {} deliveries that were not begun stay SENDING and reconcile",
                    lease.lane(),
                    abandoned.size(),
                    e);
        }
    }

    /** A rendered delivery and its intent. */
    private record Prepared(LaneQueue.Pick pick, Message message, Intent intent) {}
}
