package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merger;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks BSPs that can be asked about deliveries without an answer. Belongs to the reconciler's loop.
 *
 * <p>Each delivery is asked about first after 10 seconds and then ever more rarely, and only by the worker that owns the lane. A
 * BSP is asked no faster than it says, whatever the number of its senders, campaigns and workers: the questions of a second are
 * shared among the campaigns, and the next second begins with those whose turn did not come. What was asked is kept in memory, for
 * a bounded number of deliveries; losing it costs a question.
 */
final class Lookups {

    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    /** Slow answers keep the reconciler from its other work no longer than this and the answer that is under way. */
    private static final long MAX_STEP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int PAGE = 50;
    private static final int MAX_REMEMBERED = 10_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration FIRST_AFTER = Duration.ofSeconds(10);

    private final EngineCore engine;
    private final Map<DeliveryId, Asked> asked = new LinkedHashMap<>();
    private final Map<UncertainGroup, ReadCursor> cursors = new HashMap<>();
    private final Map<ProviderId, TokenBucket> buckets = new HashMap<>();
    private final Map<ProviderId, UncertainGroup> lastTurns = new HashMap<>();
    private final LiveWorkers workers;

    Lookups(EngineCore engine) {
        this.engine = engine;
        this.workers = new LiveWorkers(engine);
    }

    /** What one campaign has open on one lane. */
    record Turn(UncertainGroup group, CampaignBook.Entry entry) {}

    /** When a delivery may be asked about again. */
    private record Asked(int attemptNo, int times, Instant next) {}

    /** Asks as much as the rate of each BSP allows now. */
    void ask(List<Turn> open) {
        Map<ProviderId, List<Turn>> byProvider = open.stream()
                .filter(turn -> engine.laneKeeper().owns(turn.group().lane()))
                .collect(Collectors.groupingBy(turn -> turn.group().lane().provider()));
        byProvider.forEach((id, turns) -> engine.provider(id)
                .ifPresent(provider ->
                        provider.lookup().ifPresent(lookup -> askInTurn(provider, lookup, rotated(id, turns)))));
    }

    private void askInTurn(WhatsAppProvider provider, OutcomeLookup lookup, List<Turn> turns) {
        long begun = engine.nanos();
        double rate = lookup.rate().messagesPerSecond() / workers.serving(provider.id());
        TokenBucket bucket = buckets.computeIfAbsent(provider.id(), id -> new TokenBucket(rate, 1, begun));
        bucket.changeRate(rate, begun);
        int asked;
        do {
            asked = 0;
            int share = Math.max(1, bucket.available(engine.nanos()) / turns.size());
            for (Turn turn : turns) {
                int left = Math.min(share, bucket.available(engine.nanos()));
                if (left == 0 || engine.isStopping() || engine.nanos() - begun > MAX_STEP_NANOS) {
                    return;
                }
                int now = ask(provider, lookup, turn, left);
                bucket.take(now);
                asked += now;
                lastTurns.put(provider.id(), key(turn.group()));
            }
        } while (asked > 0);
    }

    /** The turns from the one after the last that was taken on. */
    private List<Turn> rotated(ProviderId provider, List<Turn> turns) {
        UncertainGroup last = lastTurns.get(provider);
        var rotated = new ArrayList<>(turns);
        for (int i = 0; i < turns.size(); i++) {
            if (key(turns.get(i).group()).equals(last)) {
                Collections.rotate(rotated, -(i + 1));
            }
        }
        return rotated;
    }

    /** The time of the oldest changes; campaign and lane name the group. */
    private static UncertainGroup key(UncertainGroup group) {
        return new UncertainGroup(group.lane(), group.campaign(), Instant.EPOCH);
    }

    /** Asks about at most so many deliveries of one group; returns about how many. */
    private int ask(WhatsAppProvider provider, OutcomeLookup lookup, Turn turn, int max) {
        UncertainGroup group = turn.group();
        Instant now = engine.now();
        UncertainGroup key = key(group);
        ReadCursor after = cursors.getOrDefault(key, ReadCursor.START);
        List<Delivery> page = engine.stores()
                .deliveries()
                .uncertain(UncertainQuery.since(group, now.minus(FIRST_AFTER), PAGE)
                        .after(after));
        int asks = 0;
        ReadCursor last = after;
        for (Delivery delivery : page) {
            if (asks == max) {
                break;
            }
            last = new ReadCursor(delivery.uncertainAt().orElse(now), delivery.id());
            if (isDue(delivery, now)) {
                asks++;
                remember(delivery, now);
                apply(provider.errors(), delivery, answer(lookup, group, turn.entry(), delivery, now), now);
            }
        }
        boolean isEnd = page.size() < PAGE && asks < max;
        if (isEnd) {
            cursors.remove(key);
        } else {
            cursors.put(key, last);
        }
        return asks;
    }

    private boolean isDue(Delivery delivery, Instant now) {
        Asked before = asked.get(delivery.id());
        return before == null || before.attemptNo() != delivery.attemptNo() || !now.isBefore(before.next());
    }

    private void apply(ErrorPolicy errors, Delivery delivery, LookupAnswer answer, Instant now) {
        if (answer instanceof LookupAnswer.Found found) {
            adopt(errors, delivery, List.of(found), now);
        } else if (answer instanceof LookupAnswer.Several several) {
            adopt(errors, delivery, several.found(), now);
        } else if (answer instanceof LookupAnswer.NotFound) {
            absent(delivery, now);
        }
    }

    /** Takes the first message that no other delivery has. */
    private void adopt(ErrorPolicy errors, Delivery delivery, List<LookupAnswer.Found> found, Instant now) {
        found.stream()
                .filter(message -> isNobodyElses(delivery, message.messageId(), now))
                .findFirst()
                .ifPresent(message -> merge(
                        delivery,
                        now,
                        (located, index) ->
                                engine.merger().merge(located, proof(errors, delivery, message, now), now)));
    }

    private void remember(Delivery delivery, Instant now) {
        Asked before = asked.remove(delivery.id());
        int times = before == null || before.attemptNo() != delivery.attemptNo() ? 0 : before.times();
        Duration pause = FIRST_AFTER.multipliedBy(1L << Math.min(times, MAX_DOUBLINGS));
        asked.put(delivery.id(), new Asked(delivery.attemptNo(), times + 1, now.plus(pause)));
        if (asked.size() > MAX_REMEMBERED) {
            asked.remove(asked.keySet().iterator().next());
        }
    }

    private LookupAnswer answer(
            OutcomeLookup lookup, UncertainGroup group, CampaignBook.Entry entry, Delivery delivery, Instant now) {
        try {
            Message message = entry.send(delivery, group.lane().provider(), engine.messages())
                    .message();
            return lookup.find(new LookupRequest(
                    group.lane().sender(),
                    delivery.recipient().orElseThrow(),
                    delivery.intentAt().orElse(now),
                    delivery.uncertainAt().orElse(now),
                    message,
                    engine.refs().write(delivery.tenant(), delivery.id(), delivery.attemptNo())));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Provider {} could not be asked about delivery {}",
                    group.lane().provider(),
                    delivery.id(),
                    e);
            return new LookupAnswer.Unsure("The provider failed");
        }
    }

    /** A message that another delivery has is not this one's, however alike the two are. */
    private boolean isNobodyElses(Delivery delivery, MessageId messageId, Instant now) {
        var owners = new HashMap<DeliveryId, Delivery>();
        engine.stores()
                .deliveries()
                .merge(
                        delivery.tenant(),
                        List.of(DeliveryRef.of(messageId)),
                        (located, index) -> {
                            owners.put(located.delivery().id(), located.delivery());
                            return MergeStep.of(located.delivery());
                        },
                        now);
        owners.remove(delivery.id());
        return owners.isEmpty();
    }

    /** The BSP has it: proof as the lost answer or a status would have been. */
    private static Evidence proof(ErrorPolicy errors, Delivery delivery, LookupAnswer.Found found, Instant now) {
        if (found.failure().isPresent()) {
            ProviderError error = found.failure().get();
            return new Evidence.Status(
                    delivery.attemptNo(),
                    found.messageId(),
                    MessageStatus.FAILED,
                    now,
                    error,
                    errors.ruleFor(error),
                    Set.of());
        }
        return new Evidence.LateOutcome(new OutcomeWrite(
                delivery.id(),
                delivery.campaign(),
                delivery.attemptNo(),
                DeliveryState.ACCEPTED,
                found.messageId().value(),
                Instant.EPOCH,
                delivery.tries(),
                "",
                "",
                now));
    }

    /** The BSP does not have it: that takes the place of working webhooks, but not of the time for evidence. */
    private void absent(Delivery delivery, Instant now) {
        merge(
                delivery,
                now,
                (located, index) -> engine.uncertainJudge()
                        .settle(located.delivery(), engine.book().enter(located.campaign()), true, now));
    }

    private void merge(Delivery delivery, Instant now, Merger merger) {
        MergeResult result = engine.stores()
                .deliveries()
                .merge(
                        delivery.tenant(),
                        List.of(DeliveryRef.of(delivery.id())),
                        (located, index) -> isSame(located.delivery(), delivery)
                                ? merger.merge(located, index)
                                : MergeStep.of(located.delivery()),
                        now);
        result.changed().forEach(merged -> {
            asked.remove(delivery.id());
            engine.notifier()
                    .tell(new CampaignEvent.DeliveryChanged(
                            delivery.tenant(), merged.after(), merged.before().state()));
        });
        engine.wakeLanes();
    }

    private static boolean isSame(Delivery now, Delivery asked) {
        return now.state() == asked.state() && now.attemptNo() == asked.attemptNo();
    }
}
