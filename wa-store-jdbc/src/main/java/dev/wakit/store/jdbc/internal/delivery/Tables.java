package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.store.jdbc.internal.campaign.CampaignTable;
import dev.wakit.store.jdbc.internal.campaign.PlanningClaims;
import dev.wakit.store.jdbc.internal.campaign.PoolTable;
import dev.wakit.store.jdbc.internal.counter.CounterTable;
import dev.wakit.store.jdbc.internal.inbox.OrphanTable;
import dev.wakit.store.jdbc.internal.lane.LaneTable;
import dev.wakit.store.jdbc.internal.pacing.BudgetTable;
import dev.wakit.store.jdbc.internal.pacing.LaneDayTable;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.suppression.ErasedPeople;
import dev.wakit.store.jdbc.internal.suppression.Pseudonyms;
import dev.wakit.store.jdbc.internal.suppression.SuppressionTable;
import dev.wakit.store.jdbc.internal.worker.HistoryTable;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tables that the transactions of deliveries touch. Thread-safe. */
public record Tables(
        DeliveryTable deliveries,
        PastAttemptTable pastAttempts,
        CampaignTable campaigns,
        PoolTable pools,
        PlanningClaims claims,
        CounterTable counters,
        LaneTable lanes,
        SuppressionTable suppressions,
        ErasedPeople erased,
        OrphanTable orphans,
        BudgetTable budgets,
        LaneDayTable laneDays) {

    /** The tables of a database. */
    public static Tables of(Dialect dialect, HistoryTable history, Pseudonyms pseudonyms) {
        var erased = new ErasedPeople(dialect, pseudonyms);
        return new Tables(
                new DeliveryTable(dialect),
                new PastAttemptTable(dialect),
                new CampaignTable(dialect),
                new PoolTable(dialect),
                new PlanningClaims(dialect),
                new CounterTable(dialect),
                new LaneTable(dialect, history),
                new SuppressionTable(dialect, erased),
                erased,
                new OrphanTable(dialect),
                new BudgetTable(dialect),
                new LaneDayTable(dialect));
    }

    /** Which of these message ids a delivery has, or had. */
    public Set<String> knownMessages(Handle handle, TenantId tenant, Collection<String> messageIds) {
        return Stream.concat(
                        deliveries.byMessage(handle, tenant, messageIds).stream(),
                        pastAttempts.byMessage(handle, tenant, messageIds).stream())
                .map(MessageHit::messageId)
                .collect(Collectors.toSet());
    }
}
