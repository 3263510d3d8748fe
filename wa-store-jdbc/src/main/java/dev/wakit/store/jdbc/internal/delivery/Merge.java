package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merged;
import dev.wakit.campaign.store.Merger;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The transaction that merges evidence into deliveries. Thread-safe. */
public final class Merge {

    private static final String REOPENED = "Deliveries are sent again";

    private final Tables tables;

    /** Over these tables. */
    public Merge(Tables tables) {
        this.tables = tables;
    }

    /** Finds, locks, decides and writes. */
    public MergeResult run(Handle handle, TenantId tenant, List<DeliveryRef> refs, Merger merger, Instant now) {
        List<MessageHit> hits = hits(handle, tenant, refs);
        List<Delivery> rows = tables.deliveries().lockWhole(handle, tenant, ids(refs, hits));
        Set<CampaignId> campaigns = rows.stream().map(Delivery::campaign).collect(Collectors.toSet());
        var session = new MergeSession(rows, tables.campaigns().find(handle, tenant, campaigns), hits);
        for (int index = 0; index < refs.size(); index++) {
            session.apply(refs.get(index), index, merger);
        }
        return write(handle, tenant, session, now);
    }

    // An attempt that is over is listed first: the row may have been reset for the next one and still show its message
    // id.
    private List<MessageHit> hits(Handle handle, TenantId tenant, List<DeliveryRef> refs) {
        List<String> messages = refs.stream()
                .map(DeliveryRef::messageId)
                .flatMap(Optional::stream)
                .map(MessageId::value)
                .distinct()
                .toList();
        if (messages.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<>(tables.pastAttempts().byMessage(handle, tenant, messages));
        hits.addAll(tables.deliveries().byMessage(handle, tenant, messages));
        return hits;
    }

    private static Set<DeliveryId> ids(List<DeliveryRef> refs, List<MessageHit> hits) {
        Set<DeliveryId> ids = hits.stream().map(MessageHit::delivery).collect(Collectors.toCollection(HashSet::new));
        refs.stream().map(DeliveryRef::delivery).flatMap(Optional::stream).forEach(ids::add);
        return ids;
    }

    private MergeResult write(Handle handle, TenantId tenant, MergeSession session, Instant now) {
        var changes = new Changes(tenant, tables.deliveries().dialect());
        List<Merged> changed = session.changed();
        changed.forEach(merged -> changes.add(merged.before(), merged.after()));
        session.past().forEach(changes::add);
        List<Delivery> duplicates = session.duplicates().stream()
                .filter(step -> tables.pastAttempts().addNew(handle, tenant, step.past()))
                .map(MergeStep::after)
                .toList();
        duplicates.forEach(row -> changes.delta().duplicateSend(row.campaign()));
        changes.writeRows(handle, tables.pastAttempts());
        tables.orphans().mark(handle, tenant, changes.newMessages());
        List<Suppression> suppressed = tables.suppressions().addAll(handle, tenant, session.suppressions());
        reopen(handle, tenant, changed, now);
        tables.counters().add(handle, tenant, changes.delta());
        return session.result(duplicates, suppressed);
    }

    private void reopen(Handle handle, TenantId tenant, List<Merged> changed, Instant now) {
        Set<CampaignId> campaigns = changed.stream()
                .filter(merged -> isPending(merged.after()) && !isPending(merged.before()))
                .map(merged -> merged.after().campaign())
                .collect(Collectors.toSet());
        tables.campaigns().reopen(handle, tenant, campaigns, REOPENED, now);
    }

    private static boolean isPending(Delivery row) {
        return row.state() == DeliveryState.PENDING;
    }
}
