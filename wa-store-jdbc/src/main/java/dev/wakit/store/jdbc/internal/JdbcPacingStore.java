package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.BudgetUse;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.LaneDays;
import dev.wakit.campaign.store.PacingStore;
import dev.wakit.campaign.store.QuietWait;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.pacing.ZoneTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the limits of pacing count, over JDBC. Thread-safe. */
public final class JdbcPacingStore implements PacingStore {

    private final Database database;
    private final Tables tables;

    /** Over a database. */
    public JdbcPacingStore(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public Set<String> zones(TenantId tenant, CampaignId campaign) {
        return database.read("read the zones of a campaign", handle -> ZoneTable.read(handle, tenant, campaign));
    }

    @Override
    public Set<String> capped(TenantId tenant, Collection<String> keys, List<FrequencyCap> caps, Instant now) {
        return database.read(
                "count what people got", handle -> tables.deliveries().capped(handle, tenant, keys, caps, now));
    }

    @Override
    public BudgetUse budget(TenantId tenant, String portfolio, Instant now) {
        return database.read("read a budget", handle -> tables.budgets().read(handle, tenant, portfolio, now));
    }

    @Override
    public LaneDays days(LaneKey lane, LocalDate today) {
        return database.read(
                "read the days of a lane", handle -> tables.laneDays().read(handle, lane, today));
    }

    @Override
    public QuietWait quiet(TenantId tenant, CampaignId campaign, Instant now) {
        return database.read(
                "count who waits for now", handle -> tables.suppressions().waiting(handle, tenant, campaign, now));
    }

    @Override
    public long addSpend(TenantId tenant, CampaignId campaign, long micros) {
        return database.write("count what a campaign spends", handle -> {
            var delta = new CounterDelta();
            delta.spent(campaign, micros);
            tables.counters().add(handle, tenant, delta);
            return tables.counters()
                    .read(handle, tenant, List.of(campaign))
                    .getOrDefault(campaign, Map.of())
                    .getOrDefault(CounterNames.SPENT_MICROS, 0L);
        });
    }

    @Override
    public void tidy(Instant now) {
        for (Map.Entry<TenantId, String> portfolio :
                database.read("list portfolios", handle -> tables.budgets().all(handle))) {
            database.write(
                    "forget who no longer counts",
                    handle -> tables.budgets().lock(handle, portfolio.getKey(), portfolio.getValue(), 0, now));
        }
    }
}
