package dev.wakit.campaign.internal;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.internal.codec.StoredSend;
import dev.wakit.campaign.internal.codec.UnreadableMessageException;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.error.ProviderError;
import dev.wakit.message.MessageWithheldException;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries over the line between planned and sent: render, commit the intent, check again, make one request each.
 *
 * <p>Belongs to the lane's thread. See {@code docs/how-it-works.md} for why the order is what it is.
 */
final class LaneSender {

    private static final Logger LOG = LoggerFactory.getLogger(LaneSender.class);
    private static final Duration UNREADABLE_WAIT = Duration.ofMinutes(1);
    private static final long UNCLEAR_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_BEGUN = 20_000;
    private static final long REREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final EngineCore engine;
    private final LaneLease lease;
    private final WhatsAppProvider provider;
    private final LaneTrust trust;
    private final LaneGate gate;
    private final LaneRate rate;
    private final LaneLimits limits;
    private final OutcomeWriter outcomes;
    private final LaneWindow window;
    private final Poison poison;
    /** The latest attempts begun, by delivery: more than can be on their way at once. */
    private final Map<DeliveryId, Integer> begun = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeliveryId, Integer> eldest) {
            return size() > MAX_BEGUN;
        }
    };

    private @Nullable Batch doubtful;
    private boolean reserved;

    LaneSender(
            EngineCore engine,
            LaneLease lease,
            WhatsAppProvider provider,
            LaneTrust trust,
            LaneGate gate,
            LaneRate rate,
            LaneLimits limits,
            OutcomeWriter outcomes,
            LaneWindow window) {
        this.engine = engine;
        this.lease = lease;
        this.provider = provider;
        this.trust = trust;
        this.gate = gate;
        this.rate = rate;
        this.limits = limits;
        this.outcomes = outcomes;
        this.window = window;
        this.poison = new Poison(engine);
    }

    /**
     * Sends what may be sent of these. When nobody knows whether the intents were committed, {@link #isInDoubt} says so.
     *
     * @param permitted whether the gate's permission for one request was taken already
     */
    void send(List<Feed.Taken> picks, boolean permitted) {
        reserved = permitted;
        try {
            Map<DeliveryId, Prepared> prepared = prepare(picks);
            if (!prepared.isEmpty()) {
                commitAndSend(prepared);
            }
        } finally {
            if (reserved) {
                reserved = false;
                gate.release();
            }
        }
    }

    private void commitAndSend(Map<DeliveryId, Prepared> prepared) {
        var batch = new Batch(prepared, engine.nanos(), engine.now());
        try {
            Instant now = engine.now();
            IntentResult result = engine.stores()
                    .deliveries()
                    .commitIntents(lease, batch.intents(), limits.of(batch.feeds(), now), now);
            if (!result.laneHeld()) {
                trust.lose();
            }
            sendGranted(batch, result.granted());
            limits.learn(result, now);
            prepared.values().stream()
                    .filter(one -> result.held().containsKey(one.intent().delivery()))
                    .forEach(one -> one.pick().putBack());
            result.suppressed().forEach(id -> tellSkipped(batch, id, SkipReason.SUPPRESSED));
            result.capped().forEach(id -> tellSkipped(batch, id, SkipReason.CAPPED));
        } catch (StoreException e) {
            LOG.warn(
                    "Lane {}: a commit of {} intents failed; what is durable is read again",
                    lease.lane(),
                    prepared.size(),
                    e);
            doubtful = batch;
        }
    }

    /** Whether the last intents may be committed or not: nothing else is sent before {@link #resolve} has found out. */
    boolean isInDoubt() {
        return doubtful != null;
    }

    /** Reads again what is durable and sends only that. Returns how long to wait for the next try. */
    long resolve() {
        Batch batch = doubtful;
        if (batch == null) {
            return 0;
        }
        try {
            if (!trust.isOpen() || engine.nanos() - batch.begunNanos() >= LaneTrust.SEND_WITHIN_NANOS) {
                abandon();
                return 0;
            }
            Set<DeliveryId> granted = engine.stores().deliveries().reread(lease, batch.intents());
            doubtful = null;
            sendGranted(batch, withoutBegun(batch, granted));
            return 0;
        } catch (StoreException e) {
            LOG.warn("Lane {}: intents could not be read again", lease.lane(), e);
            return REREAD_NANOS;
        }
    }

    /**
     * Gives back what of the intents in doubt is durable: only this process could have made their requests, and it knows that it did
     * not. What cannot be given back, because the lane is lost, stays SENDING and reconciles.
     *
     * @throws StoreException if the database does not answer; they are in doubt as before
     */
    void abandon() {
        Batch batch = doubtful;
        if (batch != null) {
            Set<DeliveryId> all = batch.prepared().keySet();
            Set<DeliveryId> ours = withoutBegun(batch, all);
            int count = engine.stores()
                    .deliveries()
                    .giveBack(
                            lease,
                            batch.intents().stream()
                                    .filter(intent -> ours.contains(intent.delivery()))
                                    .toList(),
                            engine.now());
            doubtful = null;
            LOG.info("Lane {}: {} deliveries whose intent was in doubt are PENDING again", lease.lane(), count);
        }
    }

    /**
     * Leaves out attempts that this worker has begun already. The row of one is SENDING as well, and would look as if the commit in
     * doubt had made it so.
     */
    private Set<DeliveryId> withoutBegun(Batch batch, Set<DeliveryId> granted) {
        return batch.intents().stream()
                .filter(intent -> granted.contains(intent.delivery())
                        && begun.getOrDefault(intent.delivery(), 0) < intent.attemptNo())
                .map(Intent::delivery)
                .collect(Collectors.toSet());
    }

    private void sendGranted(Batch batch, Set<DeliveryId> granted) {
        rate.take(granted.size(), engine.nanos());
        var waiting = new ArrayDeque<Prepared>();
        batch.prepared().values().stream()
                .filter(one -> granted.contains(one.intent().delivery()))
                .forEach(waiting::add);
        try {
            while (!waiting.isEmpty() && trust.maySend(batch.begunNanos(), batch.begunAt()) && mayBegin()) {
                beginPermitted(waiting.removeFirst());
            }
        } finally {
            if (!waiting.isEmpty()) {
                giveBack(waiting.stream().map(Prepared::intent).toList());
            }
        }
    }

    /** Renders first: a delivery that cannot be rendered never becomes an intent. */
    private Map<DeliveryId, Prepared> prepare(List<Feed.Taken> picks) {
        var prepared = new LinkedHashMap<DeliveryId, Prepared>();
        for (Feed.Taken pick : picks) {
            Delivery delivery = pick.delivery();
            CampaignBook.Entry entry = pick.feed().entry();
            if (!WindowGate.isOpen(entry.settings().pacing().window(), delivery.zone(), engine.now())) {
                pick.putBack();
                continue;
            }
            try {
                if (delivery.sendBy().filter(by -> !engine.now().isBefore(by)).isPresent()) {
                    skip(delivery, SkipReason.TOO_LATE, null);
                    continue;
                }
                StoredSend send = engine.outgoing()
                        .check(
                                delivery.tenant(),
                                entry.send(delivery, lease.lane().provider(), engine.messages()));
                var intent = new Intent(
                        delivery.id(),
                        delivery.campaign(),
                        delivery.attemptNo() + 1,
                        delivery.recipient().orElseThrow(),
                        entry.settings().isMarketing());
                prepared.put(delivery.id(), new Prepared(pick, send, intent));
            } catch (UnreadableMessageException e) {
                postpone(delivery, e);
            } catch (Outgoing.UnclearException e) {
                LOG.warn("Delivery {} waits: a check of outgoing messages failed", delivery.id(), e);
                pick.putAside(engine.nanos() + UNCLEAR_WAIT_NANOS);
            } catch (MessageWithheldException e) {
                skip(delivery, SkipReason.WITHHELD, Planner.shorten(e.getMessage()));
            } catch (WhatsAppException e) {
                skip(delivery, SkipReason.INVALID_CONTENT, e.getMessage());
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                LOG.error("Delivery {} could not be rendered", delivery.id(), e);
                poison.met(delivery, entry, e);
            }
        }
        return prepared;
    }

    private void skip(Delivery delivery, SkipReason reason, @Nullable String detail) {
        change(delivery, now -> now.toBuilder().skipped(reason, detail).build());
    }

    /** A newer worker can read what this one cannot: the message waits for it, and is not lost. */
    private void postpone(Delivery delivery, UnreadableMessageException e) {
        LOG.warn("Delivery {} waits: {}", delivery.id(), e.getMessage());
        Instant later = engine.now().plus(UNREADABLE_WAIT);
        change(
                delivery,
                now -> now.toBuilder()
                        .notBefore(later)
                        .error("unreadable", e.getMessage())
                        .build());
    }

    private void change(Delivery read, UnaryOperator<Delivery> change) {
        engine.stores()
                .deliveries()
                .merge(
                        read.tenant(),
                        List.of(DeliveryRef.of(read.id())),
                        (located, i) -> MergeStep.of(
                                isUntouched(located.delivery(), read)
                                        ? change.apply(located.delivery())
                                        : located.delivery()),
                        engine.now())
                .changed()
                .forEach(merged -> tell(merged.after()));
    }

    /** What changes here waited until now. */
    private void tell(Delivery delivery) {
        engine.notifier().tell(new CampaignEvent.DeliveryChanged(delivery.tenant(), delivery, DeliveryState.PENDING));
    }

    private void tellSkipped(Batch batch, DeliveryId id, SkipReason reason) {
        Prepared skipped = batch.prepared().get(id);
        if (skipped != null) {
            Delivery delivery = skipped.pick().delivery();
            tell(delivery.toBuilder().skipped(reason, null).build());
        }
    }

    private static boolean isUntouched(Delivery now, Delivery read) {
        return now.state() == DeliveryState.PENDING
                && now.attemptNo() == read.attemptNo()
                && now.lane().equals(read.lane());
    }

    private boolean mayBegin() {
        if (reserved) {
            reserved = false;
            return true;
        }
        return gate.tryAcquire();
    }

    private void beginPermitted(Prepared one) {
        boolean begun = false;
        try {
            begin(one);
            begun = true;
        } finally {
            if (!begun) {
                gate.release();
            }
        }
    }

    private void begin(Prepared one) {
        Delivery delivery = one.pick().delivery();
        var flight = new Flight(
                one.pick().feed(),
                delivery,
                one.intent().attemptNo(),
                one.send().message());
        SendRequest.Builder request = SendRequest.builder(
                        lease.lane().sender(),
                        delivery.recipient().orElseThrow(),
                        one.send().message())
                .callbackData(engine.refs().write(delivery.tenant(), delivery.id(), flight.attemptNo()));
        one.send().replyTo().ifPresent(request::replyTo);
        one.send().identityHash().ifPresent(request::identityHash);
        begun.put(delivery.id(), flight.attemptNo());
        window.begin();
        flight.feed().inFlight().incrementAndGet();
        long begunNanos = engine.nanos();
        start(request.build()).whenComplete((outcome, broken) -> {
            window.answered(engine.nanos() - begunNanos);
            outcomes.land(new Flight.Landing(flight, outcome != null ? outcome : brokenProvider(broken), engine.now()));
        });
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
        } catch (RuntimeException | StackOverflowError | LinkageError broken) {
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
    private record Prepared(Feed.Taken pick, StoredSend send, Intent intent) {}

    /** Intents that are committed together, and when that began by both clocks. */
    private record Batch(Map<DeliveryId, Prepared> prepared, long begunNanos, Instant begunAt) {

        List<Intent> intents() {
            return prepared.values().stream().map(Prepared::intent).toList();
        }

        Set<Feed> feeds() {
            return prepared.values().stream().map(one -> one.pick().feed()).collect(Collectors.toSet());
        }
    }
}
