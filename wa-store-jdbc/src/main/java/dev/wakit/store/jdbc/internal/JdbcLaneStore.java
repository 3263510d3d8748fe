package dev.wakit.store.jdbc.internal;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.LaneStore;
import dev.wakit.store.jdbc.internal.lane.LaneTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lanes over JDBC. Thread-safe. */
public final class JdbcLaneStore implements LaneStore {

    private final Database database;
    private final LaneTable lanes;

    /** Over a database. */
    public JdbcLaneStore(Database database, LaneTable lanes) {
        this.database = database;
        this.lanes = lanes;
    }

    @Override
    public void ensure(LaneKey lane) {
        database.write("add a lane", handle -> {
            lanes.ensure(handle, lane);
            return true;
        });
    }

    @Override
    public List<LaneRow> all() {
        return database.read("list lanes", lanes::all);
    }

    @Override
    public Optional<LaneLease> acquire(LaneKey lane, String worker, Duration lease) {
        return database.write("acquire a lane", handle -> lanes.acquire(handle, lane, worker, lease));
    }

    @Override
    public boolean renew(LaneLease lease, Duration duration) {
        return database.write("renew a lane", handle -> lanes.renew(handle, lease, duration));
    }

    @Override
    public void release(LaneLease lease) {
        database.write("release a lane", handle -> {
            lanes.release(handle, lease);
            return true;
        });
    }

    @Override
    public void statusProcessed(LaneKey lane, Instant at) {
        database.write("note a status", handle -> {
            lanes.statusProcessed(handle, lane, at);
            return true;
        });
    }

    @Override
    public Optional<Instant> latestStatus(LaneKey lane) {
        return database.read("find the latest status", handle -> lanes.latestStatus(handle, lane));
    }
}
