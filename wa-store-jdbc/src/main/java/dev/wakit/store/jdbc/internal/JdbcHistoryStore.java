package dev.wakit.store.jdbc.internal;

import dev.wakit.campaign.store.HistoryStore;
import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.store.jdbc.internal.lane.LaneTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.worker.HistoryTable;
import dev.wakit.store.jdbc.internal.worker.QuarantineTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The database's history over JDBC. Thread-safe. */
public final class JdbcHistoryStore implements HistoryStore {

    private final Database database;
    private final HistoryTable history;
    private final QuarantineTable quarantines;
    private final LaneTable lanes;

    /** Over a database. */
    public JdbcHistoryStore(Database database, HistoryTable history, LaneTable lanes) {
        this.database = database;
        this.history = history;
        this.quarantines = new QuarantineTable(database.dialect());
        this.lanes = lanes;
    }

    @Override
    public Optional<Quarantine> quarantine() {
        return database.read("look for a quarantine", quarantines::inForce);
    }

    @Override
    public Quarantine begin(String reason, String worker, Duration length) {
        return database.write("begin a quarantine", handle -> {
            history.accept(handle, database.dialect().identity(handle));
            Quarantine begun = quarantines.begin(handle, reason, worker, length);
            lanes.takeAll(handle);
            return begun;
        });
    }

    @Override
    public boolean end(String by) {
        return database.write("end a quarantine", handle -> {
            history.lock(handle);
            return quarantines.end(handle, by);
        });
    }

    @Override
    public List<Quarantine> all(int limit) {
        return database.read("list quarantines", handle -> quarantines.all(handle, limit));
    }
}
