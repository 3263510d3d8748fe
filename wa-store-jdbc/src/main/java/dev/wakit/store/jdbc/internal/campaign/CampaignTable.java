package dev.wakit.store.jdbc.internal.campaign;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_campaign}; its planning columns belong to {@link PlanningClaims}. Thread-safe. */
public final class CampaignTable {

    static final String COLUMNS =
            "tenant_id, id, name, status, reason, lane, content, settings, created_at, start_at, started_at, finished_at, mailbox";

    private static final String NEW_ROW = """
            wa_campaign (tenant_id, id, name, status, reason, lane, content, settings, created_at, start_at, started_at,
                finished_at, mailbox, pooled)
            VALUES (:tenant, :id, :name, :status, :reason, :lane, :content, :settings, :createdAt, :startAt, :startedAt,
                :finishedAt, :mailbox, :pooled)
            """;

    /** The query of {@link #running}, whose plan is tested. A pool is looked at for the lane only while its campaign runs. */
    public static final String RUNNING = "SELECT " + COLUMNS
            + " FROM wa_campaign WHERE tenant_id = :tenant AND lane = :lane AND status = 'RUNNING' UNION ALL SELECT "
            + COLUMNS + """
             FROM wa_campaign
            WHERE tenant_id = :tenant AND status = 'RUNNING' AND pooled = 1 AND lane <> :lane
            AND EXISTS (
                SELECT 1 FROM wa_campaign_lane
                WHERE wa_campaign_lane.tenant_id = wa_campaign.tenant_id
                AND wa_campaign_lane.campaign_id = wa_campaign.id AND wa_campaign_lane.lane = :lane)
            ORDER BY id
            """;

    /** The query of {@link #cancelledNotEmpty}, whose plan is tested. */
    public static final String CANCELLED_NOT_EMPTY =
            "SELECT " + COLUMNS + " FROM wa_campaign WHERE not_empty = 1 ORDER BY id LIMIT :limit";

    private final Dialect dialect;

    /** For a database. */
    public CampaignTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a campaign, whose senders {@link PoolTable} has if it has a pool of them. */
    public void insert(Handle handle, CampaignRow row, boolean pooled) {
        bound(handle.createUpdate("INSERT INTO " + NEW_ROW), row, pooled).execute();
    }

    /** Adds a mailbox, unless its lane has one of this name. */
    public void insertMailbox(Handle handle, CampaignRow row) {
        bound(handle.createUpdate(dialect.insertNew(NEW_ROW, "tenant_id, lane, mailbox")), row, false)
                .execute();
    }

    private static Update bound(Update insert, CampaignRow row, boolean pooled) {
        return insert.bind("pooled", pooled ? 1 : null)
                .bind("tenant", row.tenant().value())
                .bind("id", row.id().value())
                .bind("name", row.name())
                .bind("status", row.status().name())
                .bind("reason", row.reason())
                .bind("lane", row.lane().lane())
                .bind("content", row.content())
                .bind("settings", row.settings())
                .bind("createdAt", row.createdAt().toEpochMilli())
                .bind("startAt", Values.millisOrNull(row.startAt()))
                .bind("startedAt", Values.millisOrNull(row.startedAt()))
                .bind("finishedAt", Values.millisOrNull(row.finishedAt()))
                .bind("mailbox", Values.textOrNull(row.mailbox()));
    }

    /** The mailbox of a lane and name. */
    public Optional<CampaignRow> findMailbox(Handle handle, LaneKey lane, String name) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_campaign
                        WHERE tenant_id = :tenant AND lane = :lane AND mailbox = :name
                        """)
                .bind("tenant", lane.tenant().value())
                .bind("lane", lane.lane())
                .bind("name", name)
                .map(CampaignTable::map)
                .findOne();
    }

    /** The mailboxes of a tenant. */
    public List<CampaignId> mailboxes(Handle handle, TenantId tenant) {
        return handle.createQuery("SELECT id FROM wa_campaign WHERE tenant_id = :tenant AND mailbox IS NOT NULL")
                .bind("tenant", tenant.value())
                .map((row, context) -> new CampaignId(row.getLong("id")))
                .list();
    }

    /** The mailboxes of all tenants, by tenant. */
    public Map<TenantId, List<CampaignId>> mailboxes(Handle handle) {
        return handle
                .createQuery("SELECT tenant_id, id FROM wa_campaign WHERE mailbox IS NOT NULL")
                .map((row, context) ->
                        Map.entry(new TenantId(row.getString("tenant_id")), new CampaignId(row.getLong("id"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** These campaigns, by id. */
    public Map<CampaignId, CampaignRow> find(Handle handle, TenantId tenant, Collection<CampaignId> ids) {
        return handle
                .createQuery("SELECT " + COLUMNS + " FROM wa_campaign WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("id", "ids"))
                .bind("tenant", tenant.value())
                .bind("ids", dialect.numbers(ids.stream().map(CampaignId::value).toList()))
                .map(CampaignTable::map)
                .list()
                .stream()
                .collect(Collectors.toMap(CampaignRow::id, Function.identity()));
    }

    /** One campaign. */
    public Optional<CampaignRow> find(Handle handle, TenantId tenant, CampaignId id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM wa_campaign WHERE tenant_id = :tenant AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(CampaignTable::map)
                .findOne();
    }

    /** A page, newest first. */
    public List<CampaignRow> list(
            Handle handle, TenantId tenant, Set<CampaignStatus> statuses, CampaignId before, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_campaign
                        WHERE tenant_id = :tenant AND id < :before AND mailbox IS NULL AND %s
                        ORDER BY id DESC LIMIT :limit
                        """.formatted(dialect.oneOf("status", "statuses")))
                .bind("tenant", tenant.value())
                .bind("before", before.value())
                .bind("statuses", dialect.texts(names(statuses.isEmpty() ? all() : statuses)))
                .bind("limit", limit)
                .map(CampaignTable::map)
                .list();
    }

    /** SCHEDULED campaigns of all tenants that are due. */
    public List<CampaignRow> due(Handle handle, Instant now, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_campaign
                        WHERE status = 'SCHEDULED' AND start_at <= :now
                        ORDER BY start_at, id LIMIT :limit
                        """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(CampaignTable::map)
                .list();
    }

    /** Campaigns of all tenants that finished before a time. */
    public List<CampaignRow> finishedBefore(Handle handle, Instant before, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_campaign WHERE finished_at < :before ORDER BY finished_at, id LIMIT :limit
                        """)
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .map(CampaignTable::map)
                .list();
    }

    /** PREPARING campaigns of all tenants. */
    public List<CampaignRow> preparing(Handle handle, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_campaign WHERE status = 'PREPARING' ORDER BY id LIMIT :limit
                        """)
                .bind("limit", limit)
                .map(CampaignTable::map)
                .list();
    }

    /** RUNNING campaigns of a lane. */
    public List<CampaignRow> running(Handle handle, LaneKey lane) {
        return handle.createQuery(RUNNING)
                .bind("tenant", lane.tenant().value())
                .bind("lane", lane.lane())
                .map(CampaignTable::map)
                .list();
    }

    /** CANCELLED campaigns of all tenants whose deliveries may not all be cancelled. */
    public List<CampaignRow> cancelledNotEmpty(Handle handle, int limit) {
        return handle.createQuery(CANCELLED_NOT_EMPTY)
                .bind("limit", limit)
                .map(CampaignTable::map)
                .list();
    }

    /** Takes a campaign out of {@link #cancelledNotEmpty}. */
    public void markEmpty(Handle handle, TenantId tenant, CampaignId id) {
        handle.createUpdate("UPDATE wa_campaign SET not_empty = NULL WHERE tenant_id = :tenant AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .execute();
    }

    /** Moves a campaign if it is in one of these statuses. */
    public boolean move(
            Handle handle,
            TenantId tenant,
            CampaignId id,
            Set<CampaignStatus> from,
            CampaignStatus to,
            String reason,
            Instant at) {
        return move(handle, "", tenant, id, from, to, reason, at).execute() == 1;
    }

    /** Moves a campaign if its status and reason are those that were read. */
    public boolean move(Handle handle, CampaignRow read, CampaignStatus to, String reason, Instant at) {
        return move(handle, " AND reason = :expected", read.tenant(), read.id(), Set.of(read.status()), to, reason, at)
                        .bind("expected", read.reason())
                        .execute()
                == 1;
    }

    private Update move(
            Handle handle,
            String condition,
            TenantId tenant,
            CampaignId id,
            Set<CampaignStatus> from,
            CampaignStatus to,
            String reason,
            Instant at) {
        return handle.createUpdate("""
                        UPDATE wa_campaign
                        SET status = :to, reason = :reason, finished_at = :finishedAt, not_empty = :notEmpty,
                            started_at = COALESCE(:startedAt, started_at)
                        WHERE tenant_id = :tenant AND id = :id AND mailbox IS NULL AND %s%s
                        """.formatted(dialect.oneOf("status", "from"), condition))
                .bind("to", to.name())
                .bind("reason", reason)
                .bind("finishedAt", to.isFinished() ? at.toEpochMilli() : null)
                .bind("notEmpty", to == CampaignStatus.CANCELLED ? 1 : null)
                .bind("startedAt", to == CampaignStatus.PREPARING ? at.toEpochMilli() : null)
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .bind("from", dialect.texts(names(from)));
    }

    /** Sets the start time of a DRAFT or SCHEDULED campaign. */
    public boolean schedule(Handle handle, TenantId tenant, CampaignId id, Instant startAt) {
        return handle.createUpdate("""
                        UPDATE wa_campaign SET status = 'SCHEDULED', start_at = :startAt
                        WHERE tenant_id = :tenant AND id = :id AND status IN ('DRAFT', 'SCHEDULED')
                        """)
                        .bind("startAt", startAt.toEpochMilli())
                        .bind("tenant", tenant.value())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /** Sets the settings text if it is as expected. */
    public boolean updateSettings(Handle handle, TenantId tenant, CampaignId id, String expected, String settings) {
        return handle.createUpdate("""
                        UPDATE wa_campaign SET settings = :settings
                        WHERE tenant_id = :tenant AND id = :id AND settings = :expected
                        """)
                        .bind("settings", settings)
                        .bind("expected", expected)
                        .bind("tenant", tenant.value())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /** Deletes the row itself. */
    public void delete(Handle handle, TenantId tenant, CampaignId id) {
        handle.createUpdate("DELETE FROM wa_campaign WHERE tenant_id = :tenant AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .execute();
    }

    /** The status of a campaign that is no mailbox, which nobody else changes until the transaction ends. */
    public Optional<CampaignStatus> lock(Handle handle, TenantId tenant, CampaignId id) {
        return handle.createQuery(
                        "SELECT status FROM wa_campaign WHERE tenant_id = :tenant AND id = :id AND mailbox IS NULL"
                                + dialect.forUpdate())
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, context) -> CampaignStatus.valueOf(row.getString("status")))
                .findOne();
    }

    /**
     * The statuses of campaigns, which stay so until the transaction ends.
     *
     * <p>The lock is shared: any number of batches may send while nobody pauses. It is taken along the primary key, because MariaDB
     * would otherwise lock nothing but the entries of an index that has both columns, past those who locked the rows.
     */
    public Map<CampaignId, CampaignStatus> hold(Handle handle, TenantId tenant, Collection<CampaignId> ids) {
        return handle
                .createQuery(
                        """
                        SELECT id, status FROM wa_campaign%s
                        WHERE tenant_id = :tenant AND %s
                        ORDER BY id%s
                        """.formatted(dialect.along("PRIMARY"), dialect.inNumbers("id", "ids"), dialect.forShare()))
                .bind("tenant", tenant.value())
                .bind("ids", dialect.numbers(ids.stream().map(CampaignId::value).toList()))
                .map((row, context) ->
                        Map.entry(new CampaignId(row.getLong("id")), CampaignStatus.valueOf(row.getString("status"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Makes COMPLETED campaigns RUNNING, because some of their rows became PENDING; CANCELLED ones are found by
     * {@link #cancelledNotEmpty} again.
     *
     * <p>They are held even if they still run: one that is being completed by another transaction has not seen these rows.
     */
    public void reopen(Handle handle, TenantId tenant, Set<CampaignId> ids, String reason, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        Set<CampaignStatus> completed = Set.of(CampaignStatus.COMPLETED);
        hold(handle, tenant, ids).forEach((id, status) -> {
            if (status == CampaignStatus.COMPLETED) {
                move(handle, tenant, id, completed, CampaignStatus.RUNNING, reason, now);
            } else if (status == CampaignStatus.CANCELLED) {
                markNotEmpty(handle, tenant, id);
            }
        });
    }

    private static void markNotEmpty(Handle handle, TenantId tenant, CampaignId id) {
        handle.createUpdate("""
                        UPDATE wa_campaign SET not_empty = 1
                        WHERE tenant_id = :tenant AND id = :id AND status = 'CANCELLED' AND not_empty IS NULL
                        """)
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .execute();
    }

    private static Set<CampaignStatus> all() {
        return EnumSet.allOf(CampaignStatus.class);
    }

    private static Set<String> names(Set<CampaignStatus> statuses) {
        return statuses.stream().map(Enum::name).collect(Collectors.toSet());
    }

    static CampaignRow map(ResultSet row, StatementContext context) throws SQLException {
        String tenant = row.getString("tenant_id");
        return new CampaignRow(
                new TenantId(tenant),
                new CampaignId(row.getLong("id")),
                row.getString("name"),
                CampaignStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                LaneNames.parse(tenant, row.getString("lane")),
                row.getString("content"),
                row.getString("settings"),
                Values.time(row, "created_at"),
                Values.time(row, "start_at"),
                Values.time(row, "started_at"),
                Values.time(row, "finished_at"),
                Values.text(row, "mailbox"));
    }
}
