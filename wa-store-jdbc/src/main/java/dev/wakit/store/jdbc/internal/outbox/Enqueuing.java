package dev.wakit.store.jdbc.internal.outbox;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Enqueued.Kind;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The transactions of single sends. Thread-safe. */
public final class Enqueuing {

    private final Tables tables;
    private final IdempotencyTable keys;

    /** Over these tables. */
    public Enqueuing(Tables tables, Dialect dialect) {
        this.tables = tables;
        this.keys = new IdempotencyTable(dialect);
    }

    /** The mailbox of a lane and name, if it is there. */
    public Optional<CampaignRow> findMailbox(Handle handle, LaneKey lane, String name) {
        return tables.campaigns().findMailbox(handle, lane, name);
    }

    /** The mailbox of a lane and name, which is added if it is missing. */
    public CampaignRow mailbox(Handle handle, CampaignRow proposed) {
        tables.lanes().ensure(handle, proposed.lane());
        tables.campaigns().insertMailbox(handle, proposed);
        return findMailbox(handle, proposed.lane(), proposed.mailbox()).orElseThrow();
    }

    /** Takes the keys first: who has the same key waits there, before anything is written. */
    public List<Enqueued> enqueue(Handle handle, List<OutboxEntry> entries) {
        var results = new ArrayList<Enqueued>(entries.size());
        var taken = new ArrayList<OutboxEntry>();
        for (OutboxEntry entry : entries) {
            Enqueued result = entry.key().isEmpty() ? added(entry) : decide(handle, entry);
            results.add(result);
            if (result.kind() == Kind.ADDED && !entry.key().isEmpty()) {
                taken.add(entry);
            }
        }
        if (results.stream().anyMatch(result -> result.kind() == Kind.CONFLICT)) {
            keys.giveBack(handle, taken);
        } else {
            add(handle, entries, results);
        }
        return results;
    }

    private Enqueued decide(Handle handle, OutboxEntry entry) {
        while (!keys.take(handle, entry)) {
            Optional<IdempotencyTable.Request> first =
                    keys.hold(handle, entry.delivery().tenant(), entry.key());
            if (first.isPresent()) {
                boolean same = first.get().hash().equals(entry.requestHash());
                return new Enqueued(first.get().delivery(), same ? Kind.REPEATED : Kind.CONFLICT);
            }
            // The key was forgotten between the two statements, so it is free now.
        }
        return added(entry);
    }

    private static Enqueued added(OutboxEntry entry) {
        return new Enqueued(entry.delivery().id(), Kind.ADDED);
    }

    private void add(Handle handle, List<OutboxEntry> entries, List<Enqueued> results) {
        Map<LaneKey, List<Delivery>> rows = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (results.get(i).kind() == Kind.ADDED) {
                OutboxEntry entry = entries.get(i);
                rows.computeIfAbsent(entry.lane(), first -> new ArrayList<>()).add(entry.delivery());
            }
        }
        rows.forEach((lane, deliveries) ->
                tables.deliveries().add(handle, lane, tables.erased().cleared(handle, lane.tenant(), deliveries)));
    }

    /** The delivery of a key. */
    public Optional<DeliveryId> findByKey(Handle handle, TenantId tenant, String key) {
        return keys.find(handle, tenant, key).map(IdempotencyTable.Request::delivery);
    }

    /** Each mailbox is walked along its own index, so that a page costs the same however many rows campaigns have. */
    public List<Delivery> list(Handle handle, TenantId tenant, DeliveryQuery query) {
        return tables.campaigns().mailboxes(handle, tenant).stream()
                .flatMap(mailbox -> tables.deliveries().list(handle, tenant, mailbox, query).stream())
                .sorted(Comparator.comparing(delivery -> delivery.id().value()))
                .limit(query.limit())
                .toList();
    }

    /** How many single sends wait on a lane. */
    public long countPending(Handle handle, LaneKey lane, long atMost) {
        return tables.deliveries().countPendingSingles(handle, lane, atMost);
    }

    /** Forgets old keys. */
    public int forgetKeys(Handle handle, Instant before, int limit) {
        return keys.forget(handle, before, limit);
    }
}
