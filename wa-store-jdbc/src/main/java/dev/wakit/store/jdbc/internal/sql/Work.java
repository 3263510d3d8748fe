package dev.wakit.store.jdbc.internal.sql;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * What is done on one connection; it may run again when its transaction was rolled back by the database.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Work<T> {

    /** Does it. */
    T on(Handle handle) throws SQLException;
}
