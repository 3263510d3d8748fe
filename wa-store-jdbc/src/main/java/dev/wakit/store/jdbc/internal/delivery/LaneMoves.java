package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Which sender of a pool writes to whom: who did last, and what goes to another one. Thread-safe. */
public final class LaneMoves {

    /** The query that finds which lanes of a pool have something to send, for the test of its plan: one look at an index for each. */
    public static final String LANES_WAITING = """
            SELECT lane FROM wa_campaign_lane
            WHERE tenant_id = :tenant AND campaign_id = :campaign
            AND EXISTS (
                SELECT 1 FROM wa_delivery
                WHERE wa_delivery.tenant_id = wa_campaign_lane.tenant_id
                AND wa_delivery.campaign_id = wa_campaign_lane.campaign_id
                AND wa_delivery.lane = wa_campaign_lane.lane
                AND wa_delivery.state = 'PENDING' AND wa_delivery.not_before <= :now)
            """;

    private final Dialect dialect;

    /** For a database. */
    public LaneMoves(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A row that is locked. */
    private record Waiting(long id, String recipientKey) {}

    /** The query that finds what waits on a lane, for the test of its plan. */
    public String waiting() {
        return "SELECT id FROM wa_delivery" + dialect.within("wa_delivery_pending_idx") + """
                 WHERE tenant_id = :tenant AND campaign_id = :campaign AND lane = :lane AND state = 'PENDING'
                LIMIT :limit
                """;
    }

    /** The query that finds over which lanes people got messages, for the test of its plan. */
    public String latest() {
        return """
                SELECT recipient_key, lane FROM wa_delivery
                WHERE tenant_id = :tenant AND %s AND %s
                AND state IN ('ACCEPTED', 'HELD', 'SENT', 'DELIVERED', 'READ')
                ORDER BY COALESCE(intent_at, 0), +id
                """.formatted(dialect.inTexts("recipient_key", "keys"), dialect.oneOf("lane", "lanes"));
    }

    /** What waits on a lane. Locks nothing: most of the time there is nothing to move. */
    public List<Long> waiting(Handle handle, TenantId tenant, CampaignId campaign, LaneKey lane, int limit) {
        return handle.createQuery(waiting())
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("lane", lane.lane())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }

    /** Moves those of these rows that still wait on a lane; what others moved or sent meanwhile is left alone. */
    public int move(Handle handle, TenantId tenant, LaneKey from, List<Long> ids, Function<String, LaneKey> to) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE wa_delivery SET lane = :to WHERE tenant_id = :tenant AND id = :id
                """);
        for (Waiting row : lock(handle, tenant, from, ids)) {
            LaneKey target = to.apply(row.recipientKey());
            if (!target.equals(from)) {
                batch.bind("to", target.lane())
                        .bind("tenant", tenant.value())
                        .bind("id", row.id())
                        .add();
            }
        }
        int moved = batch.size();
        if (moved > 0) {
            batch.execute();
        }
        return moved;
    }

    private List<Waiting> lock(Handle handle, TenantId tenant, LaneKey from, List<Long> ids) {
        return handle.createQuery("SELECT id, recipient_key FROM wa_delivery WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("id", "ids") + " AND state = 'PENDING' AND lane = :lane ORDER BY id"
                        + dialect.forUpdate())
                .bind("tenant", tenant.value())
                .bind("ids", dialect.numbers(ids))
                .bind("lane", from.lane())
                .map((row, context) -> new Waiting(row.getLong("id"), row.getString("recipient_key")))
                .list();
    }

    /** Which lanes of a pool have something to send. */
    public Set<LaneKey> lanesWaiting(Handle handle, TenantId tenant, CampaignId campaign, Instant now) {
        return handle
                .createQuery(LANES_WAITING)
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> LaneNames.parse(tenant.value(), row.getString("lane")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Over which of these lanes people got their latest message. */
    public Map<String, LaneKey> latest(
            Handle handle, TenantId tenant, Collection<String> keys, Collection<LaneKey> among) {
        var latest = new HashMap<String, LaneKey>();
        handle.createQuery(latest())
                .bind("tenant", tenant.value())
                .bind("keys", dialect.texts(keys))
                .bind("lanes", dialect.texts(among.stream().map(LaneKey::lane).toList()))
                .map((row, context) -> Map.entry(
                        row.getString("recipient_key"), LaneNames.parse(tenant.value(), row.getString("lane"))))
                .forEach(one -> latest.put(one.getKey(), one.getValue()));
        return latest;
    }
}
