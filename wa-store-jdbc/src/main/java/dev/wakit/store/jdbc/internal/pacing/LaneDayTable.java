package dev.wakit.store.jdbc.internal.pacing;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.LaneDays;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_lane_day}. Its rows are written under the lock of their lane. Thread-safe. */
public final class LaneDayTable {

    private final String add;

    /** For a database. */
    public LaneDayTable(Dialect dialect) {
        this.add = dialect.insertOrAdd(
                "wa_lane_day",
                "(tenant_id, lane, day, sent) VALUES (:tenant, :lane, :day, :sent)",
                "tenant_id, lane, day",
                "sent");
    }

    /** How far a lane is. */
    public LaneDays read(Handle handle, LaneKey lane, LocalDate today) {
        return handle.createQuery("""
                        SELECT COALESCE(SUM(CASE WHEN day < :today THEN 1 ELSE 0 END), 0) AS days_before,
                            COALESCE(SUM(CASE WHEN day = :today THEN sent ELSE 0 END), 0) AS sent_today
                        FROM wa_lane_day WHERE tenant_id = :tenant AND lane = :lane
                        """)
                .bind("today", today.toEpochDay())
                .bind("tenant", lane.tenant().value())
                .bind("lane", lane.lane())
                .map((row, context) -> new LaneDays(row.getInt("days_before"), row.getLong("sent_today")))
                .one();
    }

    /** Adds to a day. */
    public void add(Handle handle, LaneKey lane, LocalDate day, long sent) {
        handle.createUpdate(add)
                .bind("tenant", lane.tenant().value())
                .bind("lane", lane.lane())
                .bind("day", day.toEpochDay())
                .bind("sent", sent)
                .execute();
    }
}
