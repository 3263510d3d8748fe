package dev.wakit.store.jdbc.internal.lane;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import dev.wakit.store.jdbc.internal.worker.HistoryTable;
import dev.wakit.store.jdbc.internal.worker.QuarantineTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Owner of {@code wa_lane}. Thread-safe. */
public final class LaneTable {

    private static final String HELD =
            " WHERE tenant_id = :tenant AND lane = :lane AND owner = :worker AND epoch = :epoch";

    private final Dialect dialect;
    private final HistoryTable history;
    private final QuarantineTable quarantines;

    /** For a database, whose history is compared with this memory of it. */
    public LaneTable(Dialect dialect, HistoryTable history) {
        this.dialect = dialect;
        this.history = history;
        this.quarantines = new QuarantineTable(dialect);
    }

    /** Adds a lane that nobody owns. */
    public void ensure(Handle handle, LaneKey lane) {
        String rows = "wa_lane (tenant_id, lane, epoch) VALUES (:tenant, :lane, 0)";
        of(lane, handle.createUpdate(dialect.insertNew(rows, "tenant_id, lane")))
                .execute();
    }

    /** All lanes. */
    public List<LaneRow> all(Handle handle) {
        long now = dialect.now(handle);
        return handle.createQuery(
                        "SELECT tenant_id, lane, owner, epoch, lease_until FROM wa_lane ORDER BY tenant_id, lane")
                .map((row, context) -> map(row, now))
                .list();
    }

    private static LaneRow map(ResultSet row, long now) throws SQLException {
        String owner = Values.text(row, "owner");
        Instant until = Values.time(row, "lease_until");
        return new LaneRow(
                LaneNames.parse(row.getString("tenant_id"), row.getString("lane")),
                owner,
                row.getLong("epoch"),
                until,
                owner.isEmpty() || until.toEpochMilli() < now);
    }

    /** Takes a lane that is free or the worker's own already; none while a quarantine lasts. */
    public Optional<LaneLease> acquire(Handle handle, LaneKey lane, String worker, Duration lease) {
        history.share(handle);
        if (quarantines.inForce(handle).isPresent()) {
            return Optional.empty();
        }
        long now = dialect.now(handle);
        int taken = of(lane, handle.createUpdate("""
                                UPDATE wa_lane SET owner = :worker, epoch = epoch + 1, lease_until = :until
                                WHERE tenant_id = :tenant AND lane = :lane
                                AND (owner IS NULL OR owner = :worker OR lease_until < :now)
                                """))
                .bind("worker", worker)
                .bind("until", now + lease.toMillis())
                .bind("now", now)
                .execute();
        return taken == 0 ? Optional.empty() : Optional.of(new LaneLease(lane, worker, epoch(handle, lane)));
    }

    private static long epoch(Handle handle, LaneKey lane) {
        return of(lane, handle.createQuery("SELECT epoch FROM wa_lane WHERE tenant_id = :tenant AND lane = :lane"))
                .mapTo(Long.class)
                .one();
    }

    /** Prolongs a lease that holds. */
    public boolean renew(Handle handle, LaneLease lease, Duration duration) {
        return held(lease, handle.createUpdate("UPDATE wa_lane SET lease_until = :until" + HELD))
                        .bind("until", dialect.now(handle) + duration.toMillis())
                        .execute()
                == 1;
    }

    /** Notes the time of a status; the latest stays. */
    public void statusProcessed(Handle handle, LaneKey lane, Instant at) {
        String rows = "wa_channel (tenant_id, lane, status_at) VALUES (:tenant, :lane, :at)";
        of(lane, handle.createUpdate(dialect.insertNew(rows, "tenant_id, lane")))
                .bind("at", at.toEpochMilli())
                .execute();
        of(lane, handle.createUpdate("""
                                UPDATE wa_channel SET status_at = :at
                                WHERE tenant_id = :tenant AND lane = :lane AND status_at < :at
                                """)).bind("at", at.toEpochMilli()).execute();
    }

    /** The time of the latest status. */
    public Optional<Instant> latestStatus(Handle handle, LaneKey lane) {
        return of(
                        lane,
                        handle.createQuery(
                                "SELECT status_at FROM wa_channel WHERE tenant_id = :tenant AND lane = :lane"))
                .map((row, context) -> Values.time(row, "status_at"))
                .findOne();
    }

    /** Gives a lane back. */
    public void release(Handle handle, LaneLease lease) {
        held(lease, handle.createUpdate("UPDATE wa_lane SET owner = NULL, lease_until = NULL" + HELD))
                .execute();
    }

    /** Takes every lane from its owner; what the owners still write does nothing. */
    public void takeAll(Handle handle) {
        handle.createUpdate("UPDATE wa_lane SET owner = NULL, lease_until = NULL, epoch = epoch + 1")
                .execute();
    }

    /**
     * Whether a lease holds, and will until the transaction ends: the fence of every write of a worker. A lease of a database that
     * lost history does not hold, since its owner may have sent what looks unsent now.
     *
     * <p>What was seen is asked for before the statement begins: while it waits for the row, it goes on showing the beat of its
     * beginning, and a later one that this worker sees meanwhile would look like lost history.
     */
    public boolean isHeld(Handle handle, LaneLease lease) {
        long seen = history.seen();
        String beat = "coalesce(" + HistoryTable.BEAT + ", 0)";
        return held(lease, handle.createQuery("SELECT " + beat + " FROM wa_lane" + HELD + dialect.forShare()))
                .mapTo(Long.class)
                .findOne()
                .filter(shown -> shown >= seen)
                .isPresent();
    }

    private static <S extends SqlStatement<S>> S held(LaneLease lease, S statement) {
        return of(lease.lane(), statement).bind("worker", lease.worker()).bind("epoch", lease.epoch());
    }

    private static <S extends SqlStatement<S>> S of(LaneKey lane, S statement) {
        return statement.bind("tenant", lane.tenant().value()).bind("lane", lane.lane());
    }
}
