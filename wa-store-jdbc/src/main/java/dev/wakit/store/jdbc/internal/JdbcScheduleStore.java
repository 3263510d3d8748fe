package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.schedule.ScheduleId;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.campaign.store.ScheduleStore;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.schedule.ScheduleTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Schedules over JDBC. Thread-safe. */
public final class JdbcScheduleStore implements ScheduleStore {

    private final Database database;
    private final Tables tables;
    private final ScheduleTable schedules = new ScheduleTable();

    /** Over a database. */
    public JdbcScheduleStore(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    @Override
    public void insert(ScheduleRow schedule) {
        database.write("add a schedule", handle -> {
            schedules.insert(handle, schedule);
            return true;
        });
    }

    @Override
    public Optional<ScheduleRow> find(TenantId tenant, ScheduleId id) {
        return database.read("find a schedule", handle -> schedules.find(handle, tenant, id));
    }

    @Override
    public List<ScheduleRow> list(TenantId tenant) {
        return database.read("list schedules", handle -> schedules.list(handle, tenant));
    }

    @Override
    public List<ScheduleRow> due(Instant now, int limit) {
        return database.read("find due schedules", handle -> schedules.due(handle, now, limit));
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read("find the next schedule", schedules::nextDue);
    }

    @Override
    public boolean skip(ScheduleRow read, Instant nextAt, String note) {
        return database.write(
                "end a run", handle -> schedules.advance(handle, read, nextAt, read.lastCampaign(), note));
    }

    @Override
    public boolean run(ScheduleRow read, Instant nextAt, CampaignRow campaign, List<PoolMember> members) {
        return database.write("start a run", handle -> {
            boolean first =
                    schedules.advance(handle, read, nextAt, campaign.id().value(), "");
            if (first) {
                JdbcCampaignStore.insert(handle, tables, campaign, members);
            }
            return first;
        });
    }

    @Override
    public boolean pause(TenantId tenant, ScheduleId id, boolean paused, Instant nextAt) {
        return database.write("pause a schedule", handle -> schedules.pause(handle, tenant, id, paused, nextAt));
    }

    @Override
    public boolean updateSettings(ScheduleRow read, String settings) {
        return database.write(
                "change the settings of a schedule", handle -> schedules.updateSettings(handle, read, settings));
    }

    @Override
    public boolean delete(TenantId tenant, ScheduleId id) {
        return database.write("delete a schedule", handle -> schedules.delete(handle, tenant, id));
    }
}
