package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.Merged;
import dev.wakit.campaign.store.OrphanStatus;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statuses of one tenant, merged together. Not thread-safe. */
final class StatusBatch {

    private static final Logger LOG = LoggerFactory.getLogger(StatusBatch.class);
    private static final int MAX_REFS = 1_000;

    private final EngineCore engine;
    private final TenantId tenant;
    private final List<Item> items = new ArrayList<>();
    private final Map<LaneKey, Instant> latest = new LinkedHashMap<>();

    StatusBatch(EngineCore engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    private record Item(ProviderId provider, DeliveryRef ref, StatusChanged status, Evidence.Status evidence) {}

    void add(ProviderId provider, StatusChanged status, ErrorPolicy policy) {
        Optional<AttemptRefs.Ref> ref =
                status.callbackData().flatMap(data -> engine.refs().read(tenant, data));
        items.add(new Item(
                provider,
                ref.map(known -> DeliveryRef.of(known.delivery())).orElseGet(() -> DeliveryRef.of(status.messageId())),
                status,
                Evidence.Status.of(ref.map(AttemptRefs.Ref::attemptNo).orElse(0), status, policy)));
        status.sender()
                .map(sender -> new LaneKey(tenant, provider, sender))
                .ifPresent(lane -> latest.merge(lane, status.at(), (a, b) -> a.isAfter(b) ? a : b));
    }

    /** Merges all. Throws if one of them cannot be merged; then some may be. */
    void apply() {
        for (int from = 0; from < items.size(); from += MAX_REFS) {
            merge(items.subList(from, Math.min(from + MAX_REFS, items.size())));
        }
        prove();
    }

    /**
     * Merges all that can be merged: what fails together is halved until the status that makes it fail stands alone.
     *
     * @return how many could not be merged
     * @throws StoreException if the database does not answer
     */
    int applyWhatCan() {
        int poison = 0;
        for (int from = 0; from < items.size(); from += MAX_REFS) {
            poison += halve(items.subList(from, Math.min(from + MAX_REFS, items.size())));
        }
        prove();
        return poison;
    }

    private int halve(List<Item> some) {
        try {
            merge(some);
            return 0;
        } catch (RuntimeException e) {
            if (e instanceof StoreException && !engine.isDatabaseUp()) {
                throw e;
            }
            if (some.size() == 1) {
                LOG.error(
                        "A status {} could not be merged", some.get(0).status().status(), e);
                return 1;
            }
            int middle = some.size() / 2;
            return halve(some.subList(0, middle)) + halve(some.subList(middle, some.size()));
        }
    }

    private void prove() {
        latest.forEach(engine.channelProof()::processed);
    }

    private void merge(List<Item> some) {
        Instant now = engine.now();
        MergeResult result = engine.stores()
                .deliveries()
                .merge(
                        tenant,
                        some.stream().map(Item::ref).toList(),
                        (located, i) ->
                                engine.merger().merge(located, some.get(i).evidence(), now),
                        now);
        keepOrphans(some, result.unmatched(), now);
        tell(some, result);
    }

    /** A status without a ref may be faster than the answer that brings its message id; most are of other software's messages. */
    private void keepOrphans(List<Item> some, List<Integer> unmatched, Instant now) {
        List<Item> unknown = unmatched.stream()
                .map(some::get)
                .filter(item -> item.ref().messageId().isPresent())
                .toList();
        Set<String> erased = erased(unknown);
        List<OrphanStatus> orphans = unknown.stream()
                .filter(item -> Collections.disjoint(erased, item.evidence().names()))
                .map(item -> orphan(item, now))
                .toList();
        if (!orphans.isEmpty()) {
            engine.stores().orphans().keep(orphans);
        }
    }

    /** A message id tells the number: what is late about somebody who was erased is not kept. */
    private Set<String> erased(List<Item> items) {
        Set<String> names =
                items.stream().flatMap(item -> item.evidence().names().stream()).collect(Collectors.toSet());
        return names.isEmpty() ? Set.of() : engine.stores().erasures().erased(tenant, names);
    }

    private OrphanStatus orphan(Item item, Instant now) {
        StatusChanged status = item.status();
        Optional<ProviderError> error = status.errors().stream().findFirst();
        return new OrphanStatus(
                tenant,
                item.provider(),
                status.messageId(),
                status.status(),
                status.at(),
                error.map(ProviderError::code).orElse(""),
                error.map(ProviderError::title).orElse(""),
                error.map(ProviderError::detail).orElse(""),
                now);
    }

    private void tell(List<Item> some, MergeResult result) {
        result.duplicateSends().forEach(delivery -> {
            LOG.error("Delivery {} was sent twice: WhatsApp has two messages", delivery.id());
            engine.notifier().tell(new CampaignEvent.DuplicateSendDetected(tenant, delivery));
        });
        result.suppressed().forEach(entry -> engine.notifier().tell(new CampaignEvent.PersonSuppressed(tenant, entry)));
        boolean pending = false;
        var explained = new HashSet<LaneKey>();
        for (Merged merged : result.changed()) {
            if (merged.after().state().isPositive() && merged.before().state() == DeliveryState.UNCERTAIN) {
                merged.after().lane().ifPresent(explained::add);
            }
            engine.notifier()
                    .tell(new CampaignEvent.DeliveryChanged(
                            tenant, merged.after(), merged.before().state()));
            pending |= merged.after().state() == DeliveryState.PENDING;
            stopWhatIsBroken(merged, some);
        }
        // Those lanes, and no others, hear that what they sent arrives.
        explained.forEach(engine.laneKeeper()::explained);
        if (pending) {
            engine.wakeLanes();
        }
    }

    /** Errors that arrive by webhook and concern more than one person stop their campaign as well. */
    private void stopWhatIsBroken(Merged merged, List<Item> some) {
        if (merged.after().isSingle()) {
            return;
        }

        if (merged.after().state() == DeliveryState.DELIVERED || merged.after().state() == DeliveryState.READ) {
            merged.after()
                    .lane()
                    .ifPresent(
                            lane -> engine.webhookStorms().good(merged.after().campaign(), lane));
        }
        if (merged.after().state() != DeliveryState.FAILED || merged.before().state() == DeliveryState.FAILED) {
            return;
        }
        String code = merged.after().errorCode().orElse("");
        some.stream()
                .map(Item::evidence)
                .filter(proof -> proof.status() == MessageStatus.FAILED
                        && proof.error().code().equals(code))
                .findFirst()
                .ifPresent(proof -> merged.after().lane().ifPresent(lane -> stop(merged.after(), lane, proof.rule())));
    }

    private void stop(Delivery delivery, LaneKey lane, ErrorRule rule) {
        engine.stops().stop(delivery.campaign(), lane, rule);
        engine.stores()
                .campaigns()
                .find(tenant, delivery.campaign())
                .map(row -> engine.book().enter(row).settings().guards())
                .ifPresent(guards ->
                        engine.webhookStorms().failed(delivery.campaign(), lane, delivery.id(), rule, guards));
    }
}
