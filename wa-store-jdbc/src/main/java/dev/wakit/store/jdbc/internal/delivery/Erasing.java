package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.ErasedDeliveries;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The transaction that deletes the deliveries to a person. Thread-safe. */
public final class Erasing {

    private static final int MAX_COUNTED = 10_000;

    private final Tables tables;
    private final PersonRows people;
    private final Keys keys;

    /** Over these tables. */
    public Erasing(Tables tables, PersonRows people, Keys keys) {
        this.tables = tables;
        this.people = people;
        this.keys = keys;
    }

    /** Forgets the idempotency keys of single sends; returns how many. */
    @FunctionalInterface
    public interface Keys {
        int forget(Handle handle, TenantId tenant, Collection<DeliveryId> deliveries);
    }

    /** Deletes rows that are not SENDING, and what belongs to them; the counters come last. */
    public ErasedDeliveries run(Handle handle, TenantId tenant, Collection<String> recipientKeys, int limit) {
        Set<DeliveryId> found = people.find(handle, tenant, recipientKeys, false, limit);
        // A worker may have been faster; what is locked is looked at again.
        List<Delivery> rows = tables.deliveries().lockWhole(handle, tenant, found).stream()
                .filter(row -> row.state() != DeliveryState.SENDING)
                .toList();
        List<DeliveryId> ids = rows.stream().map(Delivery::id).toList();
        var messages = new HashSet<>(tables.pastAttempts().messages(handle, tenant, ids));
        rows.forEach(row -> row.messageId().ifPresent(id -> messages.add(id.value())));
        int attempts = tables.pastAttempts().delete(handle, tenant, ids);
        tables.deliveries().delete(handle, tenant, ids);
        int statuses = tables.orphans().removeOf(handle, tenant, messages);
        int forgotten = keys.forget(
                handle,
                tenant,
                rows.stream().filter(Delivery::isSingle).map(Delivery::id).toList());
        var delta = new CounterDelta();
        rows.forEach(delta::erased);
        tables.counters().add(handle, tenant, delta);
        int inFlight =
                people.find(handle, tenant, recipientKeys, true, MAX_COUNTED).size();
        return new ErasedDeliveries(rows.size(), attempts, statuses, forgotten, inFlight);
    }
}
