package dev.wakit.e2e.simulation;

import dev.wakit.store.jdbc.JdbcStores;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** An empty database for one run. */
interface SimulatedDatabase extends AutoCloseable {

    /** The connection of the checker, which sees what is committed, since nobody else works while it looks. */
    Connection raw();

    /** The real stores, with this as the database's clock. */
    JdbcStores stores(InstantSource clock);

    @Override
    void close() throws SQLException;
}
