package dev.wakit.store.jdbc.internal.worker;

import dev.wakit.campaign.store.WorkerBeat;
import dev.wakit.campaign.store.WorkerRow;
import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.provider.ProviderId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Owner of {@code wa_worker}. Thread-safe. */
public final class WorkerTable {

    private final Dialect dialect;

    /** For a database. */
    public WorkerTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Writes a sign of life. Returns the worker's count of them. */
    public long beat(Handle handle, WorkerBeat beat) {
        long now = dialect.now(handle);
        int known = bound(beat, handle.createUpdate("""
                                UPDATE wa_worker SET host = :host, pid = :pid, version = :version,
                                    providers = :providers, lanes = :lanes, state = :state,
                                    beats = beats + 1, heartbeat_at = :now
                                WHERE tenant_id = '' AND worker = :worker
                                """)).bind("now", now).execute();
        if (known == 0) {
            bound(beat, handle.createUpdate("""
                            INSERT INTO wa_worker (tenant_id, worker, host, pid, version, providers, lanes, state,
                                beats, started_at, heartbeat_at)
                            VALUES ('', :worker, :host, :pid, :version, :providers, :lanes, :state, 1, :now, :now)
                            """)).bind("now", now).execute();
        }
        return handle.createQuery("SELECT beats FROM wa_worker WHERE tenant_id = '' AND worker = :worker")
                .bind("worker", beat.worker())
                .mapTo(Long.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S bound(WorkerBeat beat, S statement) {
        return statement
                .bind("worker", beat.worker())
                .bind("host", beat.host())
                .bind("pid", beat.pid())
                .bind("version", beat.version())
                .bind(
                        "providers",
                        beat.providers().stream()
                                .map(ProviderId::value)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .bind("lanes", beat.lanes())
                .bind("state", beat.state().name());
    }

    /** All workers. */
    public List<WorkerRow> all(Handle handle) {
        long now = dialect.now(handle);
        return handle.createQuery("""
                        SELECT worker, host, pid, version, providers, lanes, state, started_at, heartbeat_at
                        FROM wa_worker WHERE tenant_id = '' ORDER BY worker
                        """).map((row, context) -> map(row, now)).list();
    }

    private static WorkerRow map(ResultSet row, long now) throws SQLException {
        var beat = new WorkerBeat(
                row.getString("worker"),
                row.getString("host"),
                row.getLong("pid"),
                row.getString("version"),
                providers(row.getString("providers")),
                row.getInt("lanes"),
                WorkerState.valueOf(row.getString("state")));
        return new WorkerRow(
                beat,
                Values.time(row, "started_at"),
                Values.time(row, "heartbeat_at"),
                Duration.ofMillis(Math.max(0, now - row.getLong("heartbeat_at"))));
    }

    private static Set<ProviderId> providers(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(ProviderId::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes a worker away. */
    public void remove(Handle handle, String worker) {
        handle.createUpdate("DELETE FROM wa_worker WHERE tenant_id = '' AND worker = :worker")
                .bind("worker", worker)
                .execute();
    }

    /** Takes silent workers away. */
    public int purge(Handle handle, Duration silentFor) {
        return handle.createUpdate("DELETE FROM wa_worker WHERE tenant_id = '' AND heartbeat_at < :before")
                .bind("before", dialect.now(handle) - silentFor.toMillis())
                .execute();
    }
}
