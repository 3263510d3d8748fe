package dev.wakit.store.jdbc;

import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
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
        return new JdbcStores(database, source(connections), () -> {}, ColumnCipher.NONE);
    }

    /** What jobs would open connections from. */
    private static DataSource source(ConnectionFactory connections) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        return connections.openConnection();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
