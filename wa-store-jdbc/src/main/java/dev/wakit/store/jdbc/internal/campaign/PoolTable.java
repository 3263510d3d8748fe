package dev.wakit.store.jdbc.internal.campaign;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.PoolMember;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_campaign_lane}: the senders of campaigns with a pool. Thread-safe. */
public final class PoolTable {

    private final Dialect dialect;

    /** For a database. */
    public PoolTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds the senders of a campaign. */
    public void insert(Handle handle, TenantId tenant, CampaignId campaign, List<PoolMember> members) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO wa_campaign_lane (tenant_id, campaign_id, lane, weight, state, reason, since)
                VALUES (:tenant, :campaign, :lane, :weight, :state, :reason, :since)
                """);
        for (PoolMember member : members) {
            batch.bind("tenant", tenant.value())
                    .bind("campaign", campaign.value())
                    .bind("lane", member.lane().lane())
                    .bind("weight", member.weight())
                    .bind("state", member.state().name())
                    .bind("reason", member.reason())
                    .bind("since", member.since().toEpochMilli())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The senders of these campaigns, in the order of lanes. */
    public Map<CampaignId, List<PoolMember>> read(Handle handle, TenantId tenant, Collection<CampaignId> campaigns) {
        return handle
                .createQuery("""
                        SELECT campaign_id, lane, weight, state, reason, since FROM wa_campaign_lane
                        WHERE tenant_id = :tenant AND %s
                        ORDER BY campaign_id, lane
                        """.formatted(dialect.inNumbers("campaign_id", "campaigns")))
                .bind("tenant", tenant.value())
                .bind(
                        "campaigns",
                        dialect.numbers(
                                campaigns.stream().map(CampaignId::value).toList()))
                .map((row, context) -> Map.entry(
                        new CampaignId(row.getLong("campaign_id")),
                        new PoolMember(
                                LaneNames.parse(tenant.value(), row.getString("lane")),
                                row.getInt("weight"),
                                PoolMember.State.valueOf(row.getString("state")),
                                row.getString("reason"),
                                Values.time(row, "since"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Changes the state of a sender that is in an expected one. */
    public boolean change(
            Handle handle, TenantId tenant, CampaignId campaign, PoolMember.State from, PoolMember member) {
        return handle.createUpdate("""
                        UPDATE wa_campaign_lane SET state = :to, reason = :reason, since = :since
                        WHERE tenant_id = :tenant AND campaign_id = :campaign AND lane = :lane AND state = :from
                        """)
                        .bind("to", member.state().name())
                        .bind("reason", member.reason())
                        .bind("since", member.since().toEpochMilli())
                        .bind("tenant", tenant.value())
                        .bind("campaign", campaign.value())
                        .bind("lane", member.lane().lane())
                        .bind("from", from.name())
                        .execute()
                == 1;
    }

    /** Deletes the senders of a campaign. */
    public void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        handle.createUpdate("DELETE FROM wa_campaign_lane WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .execute();
    }
}
