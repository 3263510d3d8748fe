package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The transaction that deletes single sends which have an end. Thread-safe. */
public final class SingleRetention {

    private static final Set<DeliveryState> OPEN =
            Set.of(DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNCERTAIN);

    private final Tables tables;

    /** Over these tables. */
    public SingleRetention(Tables tables) {
        this.tables = tables;
    }

    /** Deletes rows of the first mailbox that has any: two mailboxes in one transaction would be two places in the order of locks. */
    public int run(Handle handle, DeliveryId below, Instant before, int limit) {
        for (Map.Entry<TenantId, List<CampaignId>> owner :
                tables.campaigns().mailboxes(handle).entrySet()) {
            for (CampaignId mailbox : owner.getValue()) {
                int deleted = run(handle, owner.getKey(), mailbox, below, before, limit);
                if (deleted > 0) {
                    return deleted;
                }
            }
        }
        return 0;
    }

    private int run(Handle handle, TenantId tenant, CampaignId mailbox, DeliveryId below, Instant before, int limit) {
        List<DeliveryId> found = tables.deliveries().ended(handle, tenant, mailbox, below, before, limit);
        // A status or an operator may have been faster; what is locked is looked at again.
        List<Delivery> rows = tables.deliveries().lock(handle, tenant, found).stream()
                .filter(row -> isEnded(row, before))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        List<DeliveryId> ids = rows.stream().map(Delivery::id).toList();
        var delta = new CounterDelta();
        rows.forEach(delta::removedSingle);
        tables.pastAttempts().delete(handle, tenant, ids);
        tables.deliveries().delete(handle, tenant, ids);
        tables.counters().add(handle, tenant, delta);
        return rows.size();
    }

    private static boolean isEnded(Delivery row, Instant before) {
        return !OPEN.contains(row.state())
                && row.notBefore().isBefore(before)
                && Stream.of(
                                row.intentAt(),
                                row.acceptedAt(),
                                row.sentAt(),
                                row.deliveredAt(),
                                row.readAt(),
                                row.playedAt(),
                                row.failedAt(),
                                row.repliedAt(),
                                row.uncertainAt())
                        .flatMap(Optional::stream)
                        .allMatch(at -> at.isBefore(before));
    }
}
