package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.campaign.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in transactions. Thread-safe.
 *
 * <p>A transaction that the database rolled back because of another one is repeated, at most {@value #REPEATS} times. Every other
 * error becomes a {@link StoreException}.
 */
public final class Database {

    private static final int REPEATS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Dialect dialect;
    // One, also for joined transactions: it remembers what it parsed.
    private final SqlParser parser = new ColonPrefixSqlParser();
    private final Jdbi writer;
    private final Jdbi reader;

    /** With connections for transactions that write, and for queries. */
    public Database(Dialect dialect, ConnectionFactory writer, ConnectionFactory reader) {
        this.dialect = dialect;
        this.writer = own(writer);
        this.reader = own(reader);
    }

    private Jdbi own(ConnectionFactory connections) {
        Jdbi jdbi = jdbi(connections);
        jdbi.setStatementBuilderFactory(dialect.statements());
        return jdbi;
    }

    // Templates are off: SQL is constant text, and its '<' are comparisons.
    private Jdbi jdbi(ConnectionFactory connections) {
        Jdbi jdbi = Jdbi.create(connections);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setSqlParser(parser);
        return jdbi;
    }

    /** What is special about this database. */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Runs work in one transaction, durable when this returns.
     *
     * @param what completes the sentence "The database could not"
     */
    public <T> T write(String what, Work<T> work) {
        for (int repeat = 0; ; repeat++) {
            try {
                return inTransaction(work);
            } catch (JdbiException | SQLException error) {
                if (repeat == REPEATS || !isConflict(error)) {
                    throw Failures.translate(what, error);
                }
                LOG.debug("Another transaction was in the way; the attempt to {} is repeated.", what);
            }
        }
    }

    /** Runs queries, each on its own. */
    public <T> T read(String what, Work<T> work) {
        try (Handle handle = reader.open()) {
            if (!handle.getConnection().getAutoCommit()) {
                handle.getConnection().setAutoCommit(true);
            }
            return work.on(handle);
        } catch (JdbiException | SQLException error) {
            throw Failures.translate(what, error);
        }
    }

    /**
     * Runs work in a transaction of the host, on the host's connection, which is neither committed, rolled back nor closed.
     *
     * @param what completes the sentence "The database could not"
     */
    public <T> T join(String what, Connection connection, Work<T> work) {
        Jdbi jdbi = jdbi(() -> connection);
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        Handle handle = jdbi.open();
        // The handle is left open on purpose: closing it would close the host's connection.
        try {
            return work.on(handle);
        } catch (JdbiException | SQLException error) {
            throw Failures.translate(what, error);
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Handle handle = writer.open()) {
            Connection connection = handle.getConnection();
            dialect.begin(connection);
            boolean isDone = false;
            try {
                T result = work.on(handle);
                dialect.commit(connection);
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    rollback(connection);
                }
            }
        }
    }

    // The error that led here is on its way to the caller and says more than this one. A connection that cannot roll
    // back is
    // closed, so that nobody inherits its transaction.
    private void rollback(Connection connection) {
        try {
            dialect.rollback(connection);
        } catch (SQLException error) {
            LOG.debug("Rolling back failed with state {}.", error.getSQLState());
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException error) {
            LOG.debug("Closing a connection failed with state {}.", error.getSQLState());
        }
    }

    private boolean isConflict(Exception error) {
        return Failures.root(error).filter(dialect::isConflict).isPresent();
    }
}
