package dev.wakit.store.jdbc;

import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import org.jdbi.v3.core.ConnectionFactory;

/** Opens the real stores over connections of a test, without migrating. */
public final class OpenedStores {

    private OpenedStores() {}

    /** Opens them as {@link JdbcStoresBuilder#open()} does, with the check of durability unless the database has no disk. */
    public static JdbcStores open(Dialect dialect, ConnectionFactory connections, boolean checkDurability) {
        var database = new Database(dialect, connections, connections);
        if (checkDurability) {
            database.write("check its settings", handle -> {
                dialect.checkDurability(handle);
                return true;
            });
        }
        return new JdbcStores(database, () -> {});
    }
}
