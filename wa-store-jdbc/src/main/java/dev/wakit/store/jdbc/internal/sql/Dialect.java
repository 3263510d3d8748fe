package dev.wakit.store.jdbc.internal.sql;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;

/** Everything in which one database differs from the others. Thread-safe. */
public interface Dialect {

    /** The folder of its migrations. */
    String name();

    /** Makes the statements of a store's own connections. */
    default StatementBuilderFactory statements() {
        return DefaultStatementBuilder.FACTORY;
    }

    /** Begins a transaction that may write. */
    void begin(Connection connection) throws SQLException;

    /** Makes the transaction durable. */
    void commit(Connection connection) throws SQLException;

    /** Undoes the transaction. */
    void rollback(Connection connection) throws SQLException;

    /** Whether the database rolled the transaction back because another one was in the way. */
    boolean isConflict(SQLException error);

    /** Whether a connection of the host is inside a transaction. */
    default boolean isInTransaction(Connection connection) throws SQLException {
        return !connection.getAutoCommit();
    }

    /** Whether a transaction that writes keeps all others from writing. */
    default boolean hasOneWriter() {
        return false;
    }

    /** Locks the rows of a SELECT against writers and other locks; ends the statement. */
    String forUpdate();

    /** Like {@link #forUpdate}, but leaves out rows that are locked. */
    String forUpdateSkipLocked();

    /** Locks the rows of a SELECT against writers only; ends the statement. */
    String forShare();

    /** The condition that a column holds one of the values of a list parameter of numbers. */
    String inNumbers(String column, String parameter);

    /** The condition that a column holds one of the values of a list parameter of texts. */
    String inTexts(String column, String parameter);

    /** Like {@link #inTexts} for a handful of values, which sort out rows but never decide in which order rows are looked up. */
    default String oneOf(String column, String parameter) {
        return inTexts(column, parameter);
    }

    /** The condition that a column of text or bytes holds a parameter somewhere. */
    default String contains(String column, String parameter) {
        return "position(:" + parameter + " IN " + column + ") > 0";
    }

    /** A table {@code item(value)} of the values of a text list parameter. */
    String items(String parameter);

    /**
     * A query for the values of a list parameter of texts that rows of a table have, each looked up by itself in a unique index.
     *
     * @param condition what holds for all rows that are meant: the index's first columns, and what makes it partial
     * @param columns the other columns of the index, in its order; the first is compared with the list
     * @param values what the columns behind the first must be, as SQL
     */
    default String eachOf(String table, String condition, List<String> columns, String parameter, List<String> values) {
        var sql = new StringBuilder("SELECT " + columns.get(0) + " FROM " + table + " WHERE " + condition + " AND "
                + inTexts(columns.get(0), parameter));
        for (int i = 0; i < values.size(); i++) {
            sql.append(" AND ").append(columns.get(i + 1)).append(" = ").append(values.get(i));
        }
        return sql.toString();
    }

    /**
     * Counts a table again to which so many rows were added since the last time, if the database chooses its plans by old counts and
     * has about as many rows more by now.
     *
     * @return whether it was counted
     */
    default boolean countAgain(Handle handle, String table, long added) {
        return false;
    }

    /** Behind a table's name, where the database is known to walk along another index than the one that is made for a query. */
    default String along(String index) {
        return "";
    }

    /** Like {@link #along}, for a query that stays within what the index holds, where the database has partial indexes. */
    default String within(String index) {
        return along(index);
    }

    /** The condition that a row comes after a cursor in the order of two columns, so that an index is walked from there. */
    default String isAfter(String first, String second, String firstParameter, String secondParameter) {
        return "(" + first + ", " + second + ") > (:" + firstParameter + ", :" + secondParameter + ")";
    }

    /**
     * An INSERT that leaves rows alone whose key is there; the update count, and a RETURNING behind it, tell of new rows only.
     *
     * @param rows the statement from the table's name on
     * @param key the columns of the key
     */
    default String insertNew(String rows, String key) {
        return "INSERT INTO " + rows + " ON CONFLICT (" + key + ") DO NOTHING";
    }

    /**
     * An INSERT that adds to a column of the row if its key is there.
     *
     * @param rows the statement behind the table's name
     * @param key the columns of the key
     */
    default String insertOrAdd(String table, String rows, String key, String column) {
        return "INSERT INTO " + table + " " + rows + " ON CONFLICT (" + key + ") DO UPDATE SET " + column + " = "
                + table + "." + column + " + excluded." + column;
    }

    /** Adds many rows, if there are any. */
    default void insert(Handle handle, NewRows<?> rows) throws SQLException {
        if (!rows.rows().isEmpty()) {
            rows.runInBatch(handle.getConnection());
        }
    }

    /** Updates rows of a tenant; returns the ids of those that were changed. */
    default Set<Long> update(Handle handle, String tenant, RowUpdates rows) {
        return rows.isEmpty() ? Set.of() : rows.runInBatch(handle, tenant, this);
    }

    /** A list parameter of numbers. */
    Argument numbers(Collection<Long> values);

    /** A list parameter of texts. */
    Argument texts(Collection<String> values);

    /** The database's clock in epoch milliseconds. */
    long now(Handle handle);

    /**
     * Which database this is and which line of its history, where it can tell; empty where it cannot. Another text means that
     * what it holds may be older than what was acknowledged.
     */
    String identity(Handle handle);

    /** How the scheduler library speaks to this database. */
    JdbcCustomization jobs();

    /**
     * Checks that the database keeps what it acknowledges.
     *
     * @throws dev.wakit.campaign.store.StoreException naming the setting, its value and the fix
     */
    void checkDurability(Handle handle);

    /**
     * Checks that statements count the rows they find, as the tables here rely on; needs the tables, and leaves no trace.
     *
     * @throws dev.wakit.campaign.store.StoreException naming the setting and the fix
     */
    default void checkCounts(Handle handle) {}
}
