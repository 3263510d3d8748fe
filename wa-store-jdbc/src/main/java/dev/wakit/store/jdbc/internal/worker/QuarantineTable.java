package dev.wakit.store.jdbc.internal.worker;

import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_quarantine}. Thread-safe. */
public final class QuarantineTable {

    private static final String COLUMNS =
            "SELECT reason, began_by, began_at, until_at, ended_by, ended_at FROM wa_quarantine WHERE tenant_id = ''";
    private static final String IN_FORCE = " AND ended_at IS NULL AND until_at > :now";

    private final Dialect dialect;

    /** For a database. */
    public QuarantineTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The one in force. */
    public Optional<Quarantine> inForce(Handle handle) {
        return handle.createQuery(COLUMNS + IN_FORCE + " ORDER BY id DESC LIMIT 1")
                .bind("now", dialect.now(handle))
                .map((row, context) -> map(row))
                .findOne();
    }

    /** Adds one, or prolongs the one in force. The history's row is locked. */
    public Quarantine begin(Handle handle, String reason, String worker, Duration length) {
        long now = dialect.now(handle);
        long until = now + length.toMillis();
        int prolonged = handle.createUpdate("""
                        UPDATE wa_quarantine SET until_at = CASE WHEN until_at < :until THEN :until ELSE until_at END
                        WHERE tenant_id = ''
                        """ + IN_FORCE)
                .bind("until", until)
                .bind("now", now)
                .execute();
        if (prolonged == 0) {
            handle.createUpdate("""
                            INSERT INTO wa_quarantine (tenant_id, id, reason, began_by, began_at, until_at)
                            VALUES ('', :id, :reason, :worker, :now, :until)
                            """)
                    .bind("id", nextId(handle))
                    .bind("reason", reason)
                    .bind("worker", worker)
                    .bind("now", now)
                    .bind("until", until)
                    .execute();
        }
        return all(handle, 1).get(0);
    }

    private static long nextId(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(id), 0) + 1 FROM wa_quarantine WHERE tenant_id = ''")
                .mapTo(Long.class)
                .one();
    }

    /** Ends the one in force. */
    public boolean end(Handle handle, String by) {
        return handle.createUpdate("UPDATE wa_quarantine SET ended_by = :by, ended_at = :now WHERE tenant_id = ''"
                                + IN_FORCE)
                        .bind("by", by)
                        .bind("now", dialect.now(handle))
                        .execute()
                > 0;
    }

    /** The newest ones. */
    public List<Quarantine> all(Handle handle, int limit) {
        return handle.createQuery(COLUMNS + " ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    private static Quarantine map(ResultSet row) throws SQLException {
        return new Quarantine(
                row.getString("reason"),
                row.getString("began_by"),
                Values.time(row, "began_at"),
                Values.time(row, "until_at"),
                Values.text(row, "ended_by"),
                Values.time(row, "ended_at"));
    }
}
