package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.store.jdbc.internal.campaign.CampaignTable;
import dev.wakit.store.jdbc.internal.campaign.PlanningClaims;
import dev.wakit.store.jdbc.internal.counter.CounterTable;
import dev.wakit.store.jdbc.internal.lane.LaneTable;
import dev.wakit.store.jdbc.internal.pacing.BudgetTable;
import dev.wakit.store.jdbc.internal.pacing.LaneDayTable;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.suppression.SuppressionTable;

/** The tables that the transactions of deliveries touch. Thread-safe. */
public record Tables(
        DeliveryTable deliveries,
        PastAttemptTable pastAttempts,
        CampaignTable campaigns,
        PlanningClaims claims,
        CounterTable counters,
        LaneTable lanes,
        SuppressionTable suppressions,
        BudgetTable budgets,
        LaneDayTable laneDays) {

    /** The tables of a database. */
    public static Tables of(Dialect dialect) {
        return new Tables(
                new DeliveryTable(dialect),
                new PastAttemptTable(dialect),
                new CampaignTable(dialect),
                new PlanningClaims(dialect),
                new CounterTable(dialect),
                new LaneTable(dialect),
                new SuppressionTable(dialect),
                new BudgetTable(dialect),
                new LaneDayTable(dialect));
    }
}
