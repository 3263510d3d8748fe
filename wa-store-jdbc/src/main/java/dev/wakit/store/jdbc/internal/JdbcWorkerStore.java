package dev.wakit.store.jdbc.internal;

import dev.wakit.campaign.store.Pulse;
import dev.wakit.campaign.store.WorkerBeat;
import dev.wakit.campaign.store.WorkerRow;
import dev.wakit.campaign.store.WorkerStore;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.worker.HistoryTable;
import dev.wakit.store.jdbc.internal.worker.WorkerTable;
import java.time.Duration;
import java.util.List;

/** Workers over JDBC. Thread-safe. */
public final class JdbcWorkerStore implements WorkerStore {

    private final Database database;
    private final HistoryTable history;
    private final WorkerTable workers;

    /** Over a database. */
    public JdbcWorkerStore(Database database, HistoryTable history) {
        this.database = database;
        this.history = history;
        this.workers = new WorkerTable(database.dialect());
    }

    @Override
    public Pulse beat(WorkerBeat beat) {
        Pulse pulse = database.write("write a sign of life", handle -> {
            String identity = database.dialect().identity(handle);
            HistoryTable.State state = history.advance(handle, identity);
            return new Pulse(state.beat(), workers.beat(handle, beat), identity, state.identity());
        });
        history.remember(pulse.beat());
        return pulse;
    }

    @Override
    public List<WorkerRow> all() {
        return database.read("list workers", workers::all);
    }

    @Override
    public void leave(String worker) {
        database.write("take a worker away", handle -> {
            workers.remove(handle, worker);
            return true;
        });
    }

    @Override
    public int purge(Duration silentFor) {
        return database.write("take silent workers away", handle -> workers.purge(handle, silentFor));
    }
}
