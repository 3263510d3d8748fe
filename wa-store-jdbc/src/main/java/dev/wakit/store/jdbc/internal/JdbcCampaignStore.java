package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.store.jdbc.internal.campaign.AudienceTable;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.pacing.ZoneTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Campaigns over JDBC. Thread-safe. */
public final class JdbcCampaignStore implements CampaignStore {

    private static final String COMPLETED = "Every message has an outcome";

    private final Database database;
    private final Tables tables;

    /** Over a database. */
    public JdbcCampaignStore(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public void insert(CampaignRow campaign, List<PoolMember> members) {
        database.write("add a campaign", handle -> {
            insert(handle, tables, campaign, members);
            return true;
        });
    }

    static void insert(Handle handle, Tables tables, CampaignRow campaign, List<PoolMember> members) {
        tables.campaigns().insert(handle, campaign, !members.isEmpty());
        tables.pools().insert(handle, campaign.tenant(), campaign.id(), members);
    }

    @Override
    public Map<CampaignId, List<PoolMember>> members(TenantId tenant, Collection<CampaignId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.read("read pools", handle -> tables.pools().read(handle, tenant, ids));
    }

    @Override
    public boolean changeMember(TenantId tenant, CampaignId id, PoolMember.State from, PoolMember to) {
        return database.write(
                "change a sender of a pool", handle -> tables.pools().change(handle, tenant, id, from, to));
    }

    @Override
    public Optional<CampaignRow> find(TenantId tenant, CampaignId id) {
        return database.read("find a campaign", handle -> tables.campaigns().find(handle, tenant, id));
    }

    @Override
    public List<CampaignRow> list(TenantId tenant, Set<CampaignStatus> statuses, CampaignId before, int limit) {
        return database.read(
                "list campaigns", handle -> tables.campaigns().list(handle, tenant, statuses, before, limit));
    }

    @Override
    public boolean move(
            TenantId tenant, CampaignId id, Set<CampaignStatus> from, CampaignStatus to, String reason, Instant at) {
        return database.write(
                "move a campaign", handle -> tables.campaigns().move(handle, tenant, id, from, to, reason, at));
    }

    @Override
    public boolean move(CampaignRow read, CampaignStatus to, String reason, Instant at) {
        return database.write("move a campaign", handle -> tables.campaigns().move(handle, read, to, reason, at));
    }

    @Override
    public boolean schedule(TenantId tenant, CampaignId id, Instant startAt) {
        return database.write(
                "schedule a campaign", handle -> tables.campaigns().schedule(handle, tenant, id, startAt));
    }

    @Override
    public boolean updateSettings(TenantId tenant, CampaignId id, String expected, String settings) {
        return database.write(
                "change the settings of a campaign",
                handle -> tables.campaigns().updateSettings(handle, tenant, id, expected, settings));
    }

    @Override
    public boolean delete(TenantId tenant, CampaignId id, Set<CampaignStatus> in) {
        return database.write("delete a campaign", handle -> delete(handle, tenant, id, in));
    }

    private boolean delete(Handle handle, TenantId tenant, CampaignId id, Set<CampaignStatus> in) {
        if (tables.campaigns().lock(handle, tenant, id).filter(in::contains).isEmpty()) {
            return false;
        }
        AudienceTable.delete(handle, tenant, id);
        tables.pastAttempts().delete(handle, tenant, id);
        tables.deliveries().delete(handle, tenant, id);
        ZoneTable.delete(handle, tenant, id);
        tables.counters().delete(handle, tenant, id);
        tables.pools().delete(handle, tenant, id);
        tables.campaigns().delete(handle, tenant, id);
        return true;
    }

    @Override
    public List<CampaignRow> due(Instant now, int limit) {
        return database.read("find due campaigns", handle -> tables.campaigns().due(handle, now, limit));
    }

    @Override
    public List<CampaignRow> finishedBefore(Instant before, int limit) {
        return database.read(
                "find finished campaigns", handle -> tables.campaigns().finishedBefore(handle, before, limit));
    }

    @Override
    public List<CampaignRow> preparing(int limit) {
        return database.read(
                "find campaigns to plan", handle -> tables.campaigns().preparing(handle, limit));
    }

    @Override
    public Optional<PlanningClaim> claimPlanning(String worker, Duration lease) {
        return database.write(
                "claim a campaign for planning", handle -> tables.claims().claim(handle, worker, lease));
    }

    @Override
    public List<CampaignRow> running(LaneKey lane) {
        return database.read(
                "find running campaigns", handle -> tables.campaigns().running(handle, lane));
    }

    @Override
    public List<CampaignRow> cancelledNotEmpty(int limit) {
        return database.read(
                "find cancelled campaigns", handle -> tables.campaigns().cancelledNotEmpty(handle, limit));
    }

    @Override
    public boolean noteEmpty(TenantId tenant, CampaignId id) {
        return database.write("note that a cancelled campaign is empty", handle -> noteEmpty(handle, tenant, id));
    }

    // Locked by a statement of its own, for the same reason as in completeIfDone.
    private boolean noteEmpty(Handle handle, TenantId tenant, CampaignId id) {
        boolean isEmpty = tables.campaigns()
                        .lock(handle, tenant, id)
                        .filter(CampaignStatus.CANCELLED::equals)
                        .isPresent()
                && !tables.deliveries().isAnyOpen(handle, tenant, id);
        if (isEmpty) {
            tables.campaigns().markEmpty(handle, tenant, id);
        }
        return isEmpty;
    }

    @Override
    public boolean completeIfDone(TenantId tenant, CampaignId id, Instant at) {
        return database.write("complete a campaign", handle -> completeIfDone(handle, tenant, id, at));
    }

    // The row is locked by a statement of its own: the next one then sees what a merge committed while this one waited.
    private boolean completeIfDone(Handle handle, TenantId tenant, CampaignId id, Instant at) {
        Set<CampaignStatus> running = Set.of(CampaignStatus.RUNNING);
        return tables.campaigns()
                        .lock(handle, tenant, id)
                        .filter(running::contains)
                        .isPresent()
                && !tables.deliveries().isAnyOpen(handle, tenant, id)
                && tables.campaigns().move(handle, tenant, id, running, CampaignStatus.COMPLETED, COMPLETED, at);
    }

    @Override
    public Map<CampaignId, Map<String, Long>> counters(TenantId tenant, Collection<CampaignId> ids) {
        return database.read("read counters", handle -> tables.counters().read(handle, tenant, ids));
    }
}
