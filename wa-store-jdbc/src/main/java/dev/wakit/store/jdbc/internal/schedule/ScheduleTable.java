package dev.wakit.store.jdbc.internal.schedule;

import dev.wakit.TenantId;
import dev.wakit.campaign.schedule.Overlap;
import dev.wakit.campaign.schedule.ScheduleId;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Owner of {@code wa_schedule}. Thread-safe. */
public final class ScheduleTable {

    private static final String ALL = """
            SELECT tenant_id, id, name, lane, content, settings, cron, zone, audience, overlap, misfire_millis, status,
                next_at, last_at, last_campaign, last_note, created_at
            FROM wa_schedule
            """;
    private static final String ONE = " WHERE tenant_id = :tenant AND id = :id";

    /** Adds a row. */
    public void insert(Handle handle, ScheduleRow row) {
        one(row.tenant(), row.id(), handle.createUpdate("""
                        INSERT INTO wa_schedule (tenant_id, id, name, lane, content, settings, cron, zone, audience,
                            overlap, misfire_millis, status, next_at, last_at, last_campaign, last_note, created_at)
                        VALUES (:tenant, :id, :name, :lane, :content, :settings, :cron, :zone, :audience,
                            :overlap, :misfire, :status, :next, :last, :campaign, :note, :created)
                        """))
                .bind("name", row.name())
                .bind("lane", row.lane().lane())
                .bind("content", row.content())
                .bind("settings", row.settings())
                .bind("cron", row.cron())
                .bind("zone", row.zone())
                .bind("audience", row.audienceSource())
                .bind("overlap", row.overlap().name())
                .bind("misfire", row.misfireWithin().toMillis())
                .bind("status", status(row.isPaused()))
                .bind("next", row.nextAt().toEpochMilli())
                .bind("last", Values.millisOrNull(row.lastAt()))
                .bind("campaign", row.lastCampaign())
                .bind("note", row.lastNote())
                .bind("created", row.createdAt().toEpochMilli())
                .execute();
    }

    private static String status(boolean paused) {
        return paused ? "PAUSED" : "ACTIVE";
    }

    /** One row. */
    public Optional<ScheduleRow> find(Handle handle, TenantId tenant, ScheduleId id) {
        return one(tenant, id, handle.createQuery(ALL + ONE))
                .map((row, context) -> map(row))
                .findOne();
    }

    /** The rows of a tenant. */
    public List<ScheduleRow> list(Handle handle, TenantId tenant) {
        return handle.createQuery(ALL + " WHERE tenant_id = :tenant ORDER BY id")
                .bind("tenant", tenant.value())
                .map((row, context) -> map(row))
                .list();
    }

    /** Rows of all tenants that are due. */
    public List<ScheduleRow> due(Handle handle, Instant now, int limit) {
        return handle.createQuery(ALL
                        + " WHERE status = 'ACTIVE' AND next_at <= :now ORDER BY next_at, tenant_id, id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /** The first time that is due. */
    public Optional<Instant> nextDue(Handle handle) {
        return handle.createQuery("SELECT next_at FROM wa_schedule WHERE status = 'ACTIVE' ORDER BY next_at LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Ends a run if the schedule still waits for it. */
    public boolean advance(Handle handle, ScheduleRow read, Instant nextAt, long campaign, String note) {
        return one(read.tenant(), read.id(), handle.createUpdate("""
                                UPDATE wa_schedule SET next_at = :next, last_at = :due, last_campaign = :campaign,
                                    last_note = :note
                                WHERE tenant_id = :tenant AND id = :id AND status = 'ACTIVE' AND next_at = :due
                                    AND settings = :settings
                                """))
                        .bind("next", nextAt.toEpochMilli())
                        .bind("due", read.nextAt().toEpochMilli())
                        .bind("campaign", campaign)
                        .bind("note", note)
                        .bind("settings", read.settings())
                        .execute()
                == 1;
    }

    /** Changes whether it rests. */
    public boolean pause(Handle handle, TenantId tenant, ScheduleId id, boolean paused, Instant nextAt) {
        return one(tenant, id, handle.createUpdate("""
                                UPDATE wa_schedule SET status = :status, next_at = :next
                                WHERE tenant_id = :tenant AND id = :id AND status <> :status
                                """))
                        .bind("status", status(paused))
                        .bind("next", nextAt.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Sets the settings text if it is as it was read. */
    public boolean updateSettings(Handle handle, ScheduleRow read, String settings) {
        return one(read.tenant(), read.id(), handle.createUpdate("""
                                UPDATE wa_schedule SET settings = :settings
                                WHERE tenant_id = :tenant AND id = :id AND settings = :expected
                                """))
                        .bind("settings", settings)
                        .bind("expected", read.settings())
                        .execute()
                == 1;
    }

    /** Removes a row. */
    public boolean delete(Handle handle, TenantId tenant, ScheduleId id) {
        return one(tenant, id, handle.createUpdate("DELETE FROM wa_schedule" + ONE))
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S one(TenantId tenant, ScheduleId id, S statement) {
        return statement.bind("tenant", tenant.value()).bind("id", id.value());
    }

    private static ScheduleRow map(ResultSet row) throws SQLException {
        String tenant = row.getString("tenant_id");
        return new ScheduleRow(
                new TenantId(tenant),
                new ScheduleId(row.getLong("id")),
                row.getString("name"),
                LaneNames.parse(tenant, row.getString("lane")),
                row.getString("content"),
                row.getString("settings"),
                row.getString("cron"),
                row.getString("zone"),
                row.getString("audience"),
                Overlap.valueOf(row.getString("overlap")),
                Duration.ofMillis(row.getLong("misfire_millis")),
                row.getString("status").equals("PAUSED"),
                Values.time(row, "next_at"),
                Values.time(row, "last_at"),
                row.getLong("last_campaign"),
                row.getString("last_note"),
                Values.time(row, "created_at"));
    }
}
