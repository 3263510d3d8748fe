package dev.wakit.store.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows to be added to a table at once.
 *
 * @param table its name
 * @param columns the columns that get values
 * @param rows what the rows are made of
 * @param values the values of one row in the order of the columns: {@link Long}, {@link Integer}, {@link String} or null; asked once a
 *     row, so that never all of them are in memory
 */
public record NewRows<T>(
        String table, List<String> columns, Collection<T> rows, Function<T, @Nullable Object[]> values) {

    /** The INSERT of one row, with a place for each value. */
    public String insert() {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** Adds them in one batch: the way of databases that have no COPY. */
    void runInBatch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert())) {
            for (T row : rows) {
                @Nullable Object[] line = values.apply(row);
                for (int i = 0; i < line.length; i++) {
                    statement.setObject(i + 1, line[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
