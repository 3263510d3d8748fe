package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.Merged;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns stored webhook bodies into changes: statuses of many bodies in one transaction, and when that fails one by one, so that a
 * poison event stops nobody else. One thread.
 */
final class WebhookProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessor.class);
    /** Bodies at a time; each may have 4 MiB. */
    private static final int CLAIM = 32;

    private static final int MAX_REFS = 1_000;
    private static final int MAX_TRIES = 5;
    private static final int EARLY_TRIES = 3;
    private static final Duration HIDE_FOR = Duration.ofSeconds(60);

    private final EngineCore engine;
    private final Replies replies;

    WebhookProcessor(EngineCore engine) {
        this.engine = engine;
        this.replies = new Replies(engine, StopWords.shipped());
    }

    /** Processes waiting bodies. Returns whether there were any. */
    boolean processSome() {
        List<InboxEntry> claimed = engine.stores()
                .inbox()
                .claim(engine.worker(), engine.settings().providers().keySet(), CLAIM, engine.now(), HIDE_FOR);
        if (claimed.isEmpty()) {
            return false;
        }
        List<InboxEntry> entries = withoutKillers(claimed);
        try {
            settle(entries, process(entries));
        } catch (RuntimeException together) {
            LOG.warn("A batch of {} webhooks failed and is processed one by one", entries.size(), together);
            entries.forEach(this::alone);
        }
        return true;
    }

    /** A claim that was never settled counts as a try: a body that ends the JVM each time is set aside before it does so again. */
    private List<InboxEntry> withoutKillers(List<InboxEntry> claimed) {
        var entries = new ArrayList<InboxEntry>(claimed.size());
        for (InboxEntry entry : claimed) {
            if (entry.tries() >= MAX_TRIES) {
                LOG.error("Webhook {} is set aside: {} claims of it were never settled", entry.id(), entry.tries());
                engine.stores().inbox().park(entry.id(), "never settled");
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    private void alone(InboxEntry entry) {
        try {
            settle(List.of(entry), process(List.of(entry)));
        } catch (RuntimeException e) {
            int tries = entry.tries() + 1;
            if (tries >= MAX_TRIES) {
                LOG.error("Webhook {} is set aside after {} tries", entry.id(), tries, e);
                engine.stores().inbox().park(entry.id(), e.getClass().getSimpleName());
            } else {
                LOG.warn("Webhook {} failed and is tried again", entry.id(), e);
                Instant due = engine.now().plusSeconds(1L << tries);
                engine.stores().inbox().retry(entry.id(), due, e.getClass().getSimpleName());
            }
        }
    }

    /**
     * A status that names no delivery may be faster than the answer that brings its message id: its body comes back a few times.
     * Most such bodies are of messages that the engine did not send, and are settled then.
     */
    private void settle(List<InboxEntry> entries, Set<Long> early) {
        var done = new ArrayList<Long>();
        for (InboxEntry entry : entries) {
            if (early.contains(entry.id()) && entry.tries() < EARLY_TRIES) {
                Instant due = engine.now().plusSeconds(2L << entry.tries());
                engine.stores().inbox().retry(entry.id(), due, "a status of a message that is not known yet");
            } else {
                done.add(entry.id());
            }
        }
        engine.stores().inbox().done(done, engine.now());
        engine.tally().processed(done.size());
    }

    /** Returns the entries with statuses that name no delivery. */
    private Set<Long> process(List<InboxEntry> entries) {
        Map<String, Batch> byTenant = new TreeMap<>();
        for (InboxEntry entry : entries) {
            Optional<WhatsAppProvider> provider = engine.provider(entry.provider());
            if (provider.isEmpty()) {
                throw new IllegalStateException("This engine has no provider '" + entry.provider() + "'");
            }
            Batch batch = byTenant.computeIfAbsent(entry.tenant().value(), t -> new Batch(entry.tenant()));
            for (InboundEvent event : provider.get().webhooks().parse(entry.request())) {
                if (event instanceof StatusChanged status) {
                    batch.add(entry.id(), status, provider.get().errors());
                } else {
                    batch.others.add(new Other(entry.provider(), event));
                }
            }
        }
        var early = new HashSet<Long>();
        byTenant.values().forEach(batch -> batch.apply(early));
        return early;
    }

    private record Other(ProviderId provider, InboundEvent event) {}

    private final class Batch {

        private final TenantId tenant;
        private final List<DeliveryRef> refs = new ArrayList<>();
        private final List<Evidence.Status> evidence = new ArrayList<>();
        private final List<Long> sources = new ArrayList<>();
        private final List<Other> others = new ArrayList<>();

        Batch(TenantId tenant) {
            this.tenant = tenant;
        }

        void add(long source, StatusChanged status, ErrorPolicy policy) {
            sources.add(source);
            Optional<AttemptRefs.Ref> ref =
                    status.callbackData().flatMap(data -> engine.refs().read(tenant, data));
            ProviderError error = status.errors().isEmpty()
                    ? ProviderError.builder("0")
                            .title("Failed without a reason")
                            .build()
                    : status.errors().get(0);
            refs.add(ref.map(known -> DeliveryRef.of(known.delivery()))
                    .orElseGet(() -> DeliveryRef.of(status.messageId())));
            evidence.add(new Evidence.Status(
                    ref.map(AttemptRefs.Ref::attemptNo).orElse(0),
                    status.messageId(),
                    status.status(),
                    status.at(),
                    error,
                    policy.ruleFor(error)));
        }

        void apply(Set<Long> early) {
            for (int from = 0; from < refs.size(); from += MAX_REFS) {
                int to = Math.min(from + MAX_REFS, refs.size());
                List<Long> some = sources.subList(from, to);
                merge(refs.subList(from, to), evidence.subList(from, to))
                        .forEach(unmatched -> early.add(some.get(unmatched)));
            }
            others.forEach(other -> replies.handle(tenant, other.provider(), other.event()));
        }

        /** Returns the positions of statuses that name no delivery. */
        private List<Integer> merge(List<DeliveryRef> some, List<Evidence.Status> proofs) {
            Instant now = engine.now();
            MergeResult result = engine.stores()
                    .deliveries()
                    .merge(tenant, some, (located, i) -> engine.merger().merge(located, proofs.get(i), now), now);
            result.duplicateSends().forEach(delivery -> {
                LOG.error("Delivery {} was sent twice: two message ids for one attempt", delivery.id());
                engine.notifier().tell(new CampaignEvent.DuplicateSendDetected(tenant, delivery));
            });
            boolean pending = false;
            for (Merged merged : result.changed()) {
                engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                tenant, merged.after(), merged.before().state()));
                pending |= merged.after().state() == DeliveryState.PENDING;
                stopWhatIsBroken(merged, proofs);
            }
            if (pending) {
                engine.wakeLanes();
            }
            return result.unmatched();
        }

        /** Errors that arrive by webhook and concern more than one person stop their campaign as well. */
        private void stopWhatIsBroken(Merged merged, List<Evidence.Status> proofs) {
            if (merged.after().state() == DeliveryState.DELIVERED
                    || merged.after().state() == DeliveryState.READ) {
                engine.webhookStorms().good(tenant, merged.after().campaign());
            }
            if (merged.after().state() != DeliveryState.FAILED
                    || merged.before().state() == DeliveryState.FAILED) {
                return;
            }
            String code = merged.after().errorCode().orElse("");
            proofs.stream()
                    .filter(proof -> proof.status() == MessageStatus.FAILED
                            && proof.error().code().equals(code))
                    .findFirst()
                    .ifPresent(proof -> stop(merged.after(), proof.rule()));
        }

        private void stop(Delivery delivery, ErrorRule rule) {
            engine.stops().stop(tenant, delivery.campaign(), rule);
            engine.stores()
                    .campaigns()
                    .find(tenant, delivery.campaign())
                    .map(row -> engine.book().enter(row).settings().guards())
                    .ifPresent(guards ->
                            engine.webhookStorms().failed(tenant, delivery.campaign(), delivery.id(), rule, guards));
        }
    }
}
