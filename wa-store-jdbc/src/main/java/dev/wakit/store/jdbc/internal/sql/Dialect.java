package dev.wakit.store.jdbc.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** Everything in which one database differs from the others. Thread-safe. */
public interface Dialect {

    /** The folder of its migrations. */
    String name();

    /** Begins a transaction that may write. */
    void begin(Connection connection) throws SQLException;

    /** Makes the transaction durable. */
    void commit(Connection connection) throws SQLException;

    /** Undoes the transaction. */
    void rollback(Connection connection) throws SQLException;

    /** Whether the database rolled the transaction back because another one was in the way. */
    boolean isConflict(SQLException error);

    /** Locks the rows of a SELECT against writers and other locks; ends the statement. */
    String forUpdate();

    /** Like {@link #forUpdate}, but leaves out rows that are locked. */
    String forUpdateSkipLocked();

    /** Locks the rows of a SELECT against writers only; ends the statement. */
    String forShare();

    /** The condition that a column holds one of the values of a list parameter. */
    String in(String column, String parameter);

    /** A table {@code item(value)} of the values of a text list parameter. */
    String items(String parameter);

    /** A list parameter of numbers. */
    Argument numbers(Collection<Long> values);

    /** A list parameter of texts. */
    Argument texts(Collection<String> values);

    /** The database's clock in epoch milliseconds. */
    long now(Handle handle);

    /**
     * Checks that the database keeps what it acknowledges.
     *
     * @throws dev.wakit.campaign.store.StoreException naming the setting, its value and the fix
     */
    void checkDurability(Handle handle);
}
