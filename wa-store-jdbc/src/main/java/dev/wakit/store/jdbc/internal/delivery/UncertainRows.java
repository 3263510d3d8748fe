package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Finds UNCERTAIN rows by their own index, which is empty most of the time. Thread-safe. */
public final class UncertainRows {

    /** The query of one step of {@link #groups}, for the test of its plan. */
    public static final String NEXT_GROUP = """
            SELECT tenant_id, lane, campaign_id, uncertain_at FROM wa_delivery
            WHERE state = 'UNCERTAIN' AND (tenant_id, lane, campaign_id) > (:tenant, :lane, :campaign)
            ORDER BY tenant_id, lane, campaign_id, uncertain_at LIMIT 1
            """;

    /** The query of {@link #list}, for the test of its plan. */
    public static final String LIST = "SELECT " + DeliveryMapper.WHOLE + """
             FROM wa_delivery
            WHERE state = 'UNCERTAIN' AND tenant_id = :tenant AND lane = :lane AND campaign_id = :campaign
            AND uncertain_at <= :until AND (uncertain_at, id) > (:afterTime, :afterId)
            AND intent_at > :intentAfter AND intent_at < :intentBefore AND tries < :triesBelow
            ORDER BY uncertain_at, id LIMIT :limit
            """;

    private UncertainRows() {}

    /** The groups, one step through the index each, however many rows a group has. */
    public static List<UncertainGroup> groups(Handle handle, int limit) {
        var groups = new ArrayList<UncertainGroup>();
        Optional<UncertainGroup> next = next(handle, "", "", 0);
        while (next.isPresent() && groups.size() < limit) {
            UncertainGroup group = next.get();
            groups.add(group);
            next = next(
                    handle,
                    group.lane().tenant().value(),
                    group.lane().lane(),
                    group.campaign().value());
        }
        return groups;
    }

    private static Optional<UncertainGroup> next(Handle handle, String tenant, String lane, long campaign) {
        return handle.createQuery(NEXT_GROUP)
                .bind("tenant", tenant)
                .bind("lane", lane)
                .bind("campaign", campaign)
                .map(UncertainRows::group)
                .findOne();
    }

    private static UncertainGroup group(ResultSet row, StatementContext context) throws SQLException {
        return new UncertainGroup(
                LaneNames.parse(row.getString("tenant_id"), row.getString("lane")),
                new CampaignId(row.getLong("campaign_id")),
                Values.time(row, "uncertain_at"));
    }

    /** A page of a group. */
    public static List<Delivery> list(Handle handle, UncertainQuery query) {
        UncertainGroup group = query.group();
        return handle.createQuery(LIST)
                .bind("tenant", group.lane().tenant().value())
                .bind("lane", group.lane().lane())
                .bind("campaign", group.campaign().value())
                .bind("until", query.until().toEpochMilli())
                .bind("afterTime", query.after().notBefore().toEpochMilli())
                .bind("afterId", query.after().delivery().value())
                .bind("intentAfter", query.intentAfter().toEpochMilli())
                .bind("intentBefore", query.intentBefore().toEpochMilli())
                .bind("triesBelow", query.triesBelow())
                .bind("limit", query.limit())
                .map(DeliveryMapper::whole)
                .list();
    }
}
