package dev.wakit.store.jdbc.internal.pacing;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_campaign_zone}. */
public final class ZoneTable {

    private ZoneTable() {}

    /** Adds zones that are not there yet. */
    public static void add(Handle handle, TenantId tenant, CampaignId campaign, Collection<String> zones) {
        var missing = new TreeSet<>(zones);
        if (missing.isEmpty()) {
            return;
        }
        missing.removeAll(read(handle, tenant, campaign));
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO wa_campaign_zone (tenant_id, campaign_id, zone) VALUES (:tenant, :campaign, :zone)");
        missing.forEach(zone -> batch.bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("zone", zone)
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The zones of a campaign. */
    public static Set<String> read(Handle handle, TenantId tenant, CampaignId campaign) {
        return new HashSet<>(handle.createQuery(
                        "SELECT zone FROM wa_campaign_zone WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .mapTo(String.class)
                .list());
    }

    /** Deletes the zones of a campaign. */
    public static void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        handle.createUpdate("DELETE FROM wa_campaign_zone WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .execute();
    }
}
