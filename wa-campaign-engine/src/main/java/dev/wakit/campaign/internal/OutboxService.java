package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.internal.codec.StoredSend;
import dev.wakit.campaign.outbox.IdempotencyConflictException;
import dev.wakit.campaign.outbox.InvalidSendException;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.OutboxFullException;
import dev.wakit.campaign.outbox.QuickResult;
import dev.wakit.campaign.outbox.QuickSend;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merged;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The single sends of one tenant. Thread-safe. */
final class OutboxService implements Outbox {

    private final EngineCore engine;
    private final TenantId tenant;
    private final @Nullable OutboxStore joined;

    OutboxService(EngineCore engine, TenantId tenant, @Nullable OutboxStore joined) {
        this.engine = engine;
        this.tenant = tenant;
        this.joined = joined;
    }

    @Override
    public SendReceipt enqueue(SingleSend send) {
        OutboxEntry entry = entries(List.of(send)).get(0);
        Enqueued enqueued = store(List.of(entry)).get(0);
        return new SendReceipt(enqueued.delivery(), enqueued.kind() == Enqueued.Kind.REPEATED);
    }

    @Override
    public List<QuickResult> sendAll(QuickSend send) {
        int limit = engine.settings().quickSendLimit();
        if (send.people().size() > limit) {
            throw new InvalidSendException(
                    "A quick send is for at most " + limit + " people, and this one is for "
                            + send.people().size()
                            + ". Create a campaign with engine.campaigns().create(...): it can be watched, paused and cancelled.");
        }
        var people = new QuickPeople(send);
        List<SingleSend> sends = people.sends();
        if (sends.isEmpty()) {
            return people.results(List.of());
        }
        return people.results(
                store(entries(sends)).stream().map(Enqueued::delivery).toList());
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return engine.stores().deliveries().find(tenant, id).filter(Delivery::isSingle);
    }

    @Override
    public Optional<Delivery> findByKey(String idempotencyKey) {
        return engine.stores().outbox().findByKey(tenant, idempotencyKey).flatMap(this::find);
    }

    @Override
    public List<Delivery> list(DeliveryQuery query) {
        return engine.stores().outbox().list(tenant, query);
    }

    @Override
    public List<PastAttempt> pastAttempts(DeliveryId id) {
        return find(id).isPresent() ? engine.stores().deliveries().pastAttempts(tenant, id) : List.of();
    }

    @Override
    public long resendUnknown(Collection<DeliveryId> deliveries, OperatorNote note) {
        return woken(unknown().resend(deliveries, note));
    }

    @Override
    public long resendAllUnknown(OperatorNote note) {
        return woken(unknown().resendAll(note));
    }

    @Override
    public long failUnknown(Collection<DeliveryId> deliveries, OperatorNote note) {
        return unknown().fail(deliveries, note);
    }

    private UnknownDeliveries unknown() {
        return UnknownDeliveries.ofSingleSends(engine, tenant);
    }

    private long woken(long count) {
        if (count > 0) {
            wake();
        }
        return count;
    }

    @Override
    public boolean cancel(DeliveryId id) {
        List<Merged> changed = engine.stores()
                .deliveries()
                .merge(
                        tenant,
                        List.of(DeliveryRef.of(id)),
                        (located, i) -> MergeStep.of(cancelled(located.delivery())),
                        engine.now())
                .changed();
        changed.forEach(merged -> tell(merged.after()));
        return !changed.isEmpty();
    }

    private static Delivery cancelled(Delivery delivery) {
        return delivery.isSingle() && delivery.state() == DeliveryState.PENDING
                ? delivery.toBuilder().state(DeliveryState.CANCELLED).build()
                : delivery;
    }

    @Override
    public Outbox within(OutboxStore store) {
        return new OutboxService(engine, tenant, Objects.requireNonNull(store, "store"));
    }

    @Override
    public void wake() {
        engine.laneKeeper().mail();
    }

    private List<OutboxEntry> entries(List<SingleSend> sends) {
        Instant now = engine.now();
        Set<String> suppressed = suppressed(sends);
        var entries = new ArrayList<OutboxEntry>(sends.size());
        for (SingleSend send : sends) {
            LaneKey lane = lane(send);
            String content =
                    engine.messages().write(new StoredSend(send.message(), send.replyTo(), send.identityHash()));
            Delivery delivery = delivery(send, mailbox(lane, send), content);
            entries.add(new OutboxEntry(
                    settle(delivery, suppressed, now),
                    lane,
                    send.idempotencyKey().orElse(""),
                    RequestHash.of(lane, send, content),
                    now));
        }
        return entries;
    }

    private Set<String> suppressed(List<SingleSend> sends) {
        var suppressed = new HashSet<String>();
        Map<Boolean, Set<String>> keys = sends.stream()
                .collect(Collectors.partitioningBy(
                        send -> send.category() == SendCategory.MARKETING,
                        Collectors.mapping(send -> send.recipient().key(), Collectors.toSet())));
        keys.forEach((marketing, people) -> {
            if (!people.isEmpty()) {
                suppressed.addAll(engine.stores().suppressions().suppressed(tenant, people, marketing));
            }
        });
        return suppressed;
    }

    private LaneKey lane(SingleSend send) {
        WhatsAppProvider provider = provider(send.provider());
        SenderId sender = send.sender().orElse(provider.defaultSender());
        provider.capabilities().missingFor(request(sender, send)).ifPresent(missing -> {
            throw new InvalidSendException("Provider '" + provider.id() + "' " + missing);
        });
        if (send.category() != SendCategory.MARKETING
                && send.message() instanceof TemplateMessage template
                && template.marketing().isPresent()) {
            throw new InvalidSendException("The template asks for marketing delivery, and the message is of category "
                    + send.category() + ". Leave marketing(...) out, or make the category MARKETING.");
        }
        return new LaneKey(tenant, provider.id(), sender);
    }

    private static SendRequest request(SenderId sender, SingleSend send) {
        SendRequest.Builder request = SendRequest.builder(sender, send.recipient(), send.message());
        send.identityHash().ifPresent(request::identityHash);
        return request.build();
    }

    private WhatsAppProvider provider(Optional<ProviderId> wanted) {
        Map<ProviderId, WhatsAppProvider> providers = engine.settings().providers();
        if (wanted.isEmpty() && providers.size() > 1) {
            throw new InvalidSendException(
                    "The engine has several providers, " + providers.keySet() + ". Say which one sends the message.");
        }
        ProviderId id = wanted.orElseGet(() -> providers.keySet().iterator().next());
        return engine.provider(id)
                .orElseThrow(() -> new InvalidSendException(
                        "The engine has no provider '" + id + "'. It has " + providers.keySet() + "."));
    }

    private CampaignId mailbox(LaneKey lane, SingleSend send) {
        return joined == null
                ? engine.mailboxes().of(lane, Mailboxes.Kind.of(send))
                : engine.mailboxes().of(lane, Mailboxes.Kind.of(send), joined);
    }

    private Delivery delivery(SingleSend send, CampaignId mailbox, String content) {
        Recipient recipient = send.recipient();
        return Delivery.builder(tenant, engine.ids().delivery(), mailbox)
                .recipient(recipient)
                .content(content)
                .category(Mailboxes.category(send.category()))
                .sendBy(send.sendBy().orElse(null))
                .notBefore(send.notBefore().filter(engine.now()::isBefore).orElse(Instant.EPOCH))
                .build();
    }

    private static Delivery settle(Delivery delivery, Set<String> suppressed, Instant now) {
        if (suppressed.contains(delivery.recipient().orElseThrow().key())) {
            return delivery.toBuilder().skipped(SkipReason.SUPPRESSED, null).build();
        }
        if (delivery.sendBy().filter(by -> !now.isBefore(by)).isPresent()) {
            return delivery.toBuilder().skipped(SkipReason.TOO_LATE, null).build();
        }
        return delivery;
    }

    private List<Enqueued> store(List<OutboxEntry> entries) {
        LaneKey lane = entries.get(0).lane();
        boolean roomTaken = makeRoom(lane, entries);
        OutboxStore store = joined == null ? engine.stores().outbox() : joined;
        List<Enqueued> results = store.enqueue(entries);
        if (roomTaken) {
            engine.backlog().giveBack(lane, waitingNot(results, entries));
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).kind() == Enqueued.Kind.CONFLICT) {
                throw new IdempotencyConflictException(
                        entries.get(i).key(), results.get(i).delivery());
            }
        }
        if (joined == null) {
            tellAndWake(lane, results, entries);
        }
        return results;
    }

    /** A request that is repeated needs no room: it gets its answer from a full outbox too. */
    private boolean makeRoom(LaneKey lane, List<OutboxEntry> entries) {
        try {
            engine.backlog().add(lane, entries.size());
            return true;
        } catch (OutboxFullException full) {
            boolean known = entries.stream()
                    .allMatch(entry -> !entry.key().isEmpty()
                            && engine.stores()
                                    .outbox()
                                    .findByKey(tenant, entry.key())
                                    .isPresent());
            if (!known) {
                throw full;
            }
            return false;
        }
    }

    /** How many of them do not wait on the lane now. */
    private static int waitingNot(List<Enqueued> results, List<OutboxEntry> entries) {
        boolean refused = results.stream().anyMatch(result -> result.kind() == Enqueued.Kind.CONFLICT);
        int not = 0;
        for (int i = 0; i < results.size(); i++) {
            boolean waits = !refused
                    && results.get(i).kind() == Enqueued.Kind.ADDED
                    && entries.get(i).delivery().state() == DeliveryState.PENDING;
            not += waits ? 0 : 1;
        }
        return not;
    }

    private void tellAndWake(LaneKey lane, List<Enqueued> results, List<OutboxEntry> entries) {
        var mailboxes = new HashSet<CampaignId>();
        for (int i = 0; i < results.size(); i++) {
            Delivery delivery = entries.get(i).delivery();
            if (results.get(i).kind() != Enqueued.Kind.ADDED) {
                continue;
            }
            if (delivery.state() == DeliveryState.PENDING) {
                mailboxes.add(delivery.campaign());
            } else {
                tell(delivery);
            }
        }
        mailboxes.forEach(mailbox -> engine.laneKeeper().mail(lane, mailbox));
    }

    /** All that is told here was waiting until now, or never got that far. */
    private void tell(Delivery delivery) {
        engine.notifier().tell(new CampaignEvent.DeliveryChanged(tenant, delivery, DeliveryState.PENDING));
    }
}
