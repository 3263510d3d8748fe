package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.AudienceStore;
import dev.wakit.store.jdbc.internal.campaign.AudienceTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.util.List;

/** Captured audiences over JDBC. Thread-safe. */
public final class JdbcAudienceStore implements AudienceStore {

    private final Database database;

    /** Over a database. */
    public JdbcAudienceStore(Database database) {
        this.database = database;
    }

    @Override
    public void append(TenantId tenant, CampaignId campaign, List<AudienceRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.write("add audience rows", handle -> {
            AudienceTable.append(handle, database.dialect(), tenant, campaign, rows);
            return true;
        });
    }

    @Override
    public List<AudienceRow> read(TenantId tenant, CampaignId campaign, long afterLine, int limit) {
        return database.read(
                "read an audience", handle -> AudienceTable.read(handle, tenant, campaign, afterLine, limit));
    }

    @Override
    public long count(TenantId tenant, CampaignId campaign) {
        return database.read("count an audience", handle -> AudienceTable.count(handle, tenant, campaign));
    }

    @Override
    public void delete(TenantId tenant, CampaignId campaign) {
        database.write("delete an audience", handle -> {
            AudienceTable.delete(handle, tenant, campaign);
            return true;
        });
    }

    @Override
    public int deleteOrphans(CampaignId olderThan) {
        return database.write(
                "delete audiences without a campaign", handle -> AudienceTable.deleteOrphans(handle, olderThan));
    }
}
