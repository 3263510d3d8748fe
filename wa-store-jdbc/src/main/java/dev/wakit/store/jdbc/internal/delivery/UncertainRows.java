package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Finds UNCERTAIN rows by an index of their own, which is empty most of the time where an index may be partial. Thread-safe. */
public final class UncertainRows {

    /** Of MariaDB, where it holds these rows too. */
    private static final String INDEX = "wa_delivery_sending_idx";

    /** What may follow a group: one of the same lane, of a later lane, of a later tenant. */
    private static final List<String> NEXT = List.of(
            "tenant_id = :tenant AND lane = :lane AND campaign_id > :campaign ORDER BY campaign_id",
            "tenant_id = :tenant AND lane > :lane ORDER BY lane, campaign_id",
            "tenant_id > :tenant ORDER BY tenant_id, lane, campaign_id");

    private final Dialect dialect;

    /** For a database. */
    public UncertainRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The queries of one step of {@link #groups}, for the test of their plans. */
    public List<String> nextGroup() {
        return NEXT.stream()
                .map(next -> "SELECT tenant_id, lane, campaign_id, uncertain_at FROM wa_delivery" + dialect.along(INDEX)
                        + " WHERE state = 'UNCERTAIN' AND " + next + ", uncertain_at LIMIT 1")
                .toList();
    }

    /** The query of {@link #list}, for the test of its plan. */
    public String page() {
        return "SELECT " + DeliveryMapper.WHOLE + " FROM wa_delivery" + dialect.along(INDEX)
                + """
                 WHERE state = 'UNCERTAIN' AND tenant_id = :tenant AND lane = :lane AND campaign_id = :campaign
                AND uncertain_at <= :until AND %s
                AND intent_at > :intentAfter AND intent_at < :intentBefore AND tries < :triesBelow
                ORDER BY uncertain_at, id LIMIT :limit
                """.formatted(dialect.isAfter("uncertain_at", "id", "afterTime", "afterId"));
    }

    /** The groups, some steps through the index each, however many rows a group has. */
    public List<UncertainGroup> groups(Handle handle, int limit) {
        var groups = new ArrayList<UncertainGroup>();
        Optional<UncertainGroup> next = first(handle);
        while (next.isPresent() && groups.size() < limit) {
            groups.add(next.get());
            next = after(handle, next.get());
        }
        return groups;
    }

    private Optional<UncertainGroup> first(Handle handle) {
        return handle.createQuery(nextGroup().get(NEXT.size() - 1))
                .bind("tenant", "")
                .map(UncertainRows::group)
                .findOne();
    }

    private Optional<UncertainGroup> after(Handle handle, UncertainGroup group) {
        for (String sql : nextGroup()) {
            Query query =
                    handle.createQuery(sql).bind("tenant", group.lane().tenant().value());
            if (sql.contains(":lane")) {
                query.bind("lane", group.lane().lane());
            }
            if (sql.contains(":campaign")) {
                query.bind("campaign", group.campaign().value());
            }
            Optional<UncertainGroup> next = query.map(UncertainRows::group).findOne();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private static UncertainGroup group(ResultSet row, StatementContext context) throws SQLException {
        return new UncertainGroup(
                LaneNames.parse(row.getString("tenant_id"), row.getString("lane")),
                new CampaignId(row.getLong("campaign_id")),
                Values.time(row, "uncertain_at"));
    }

    /** A page of a group. */
    public List<Delivery> list(Handle handle, UncertainQuery query) {
        UncertainGroup group = query.group();
        return handle.createQuery(page())
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
