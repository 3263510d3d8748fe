package dev.wakit.store.jdbc.internal.sql;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL 14 or newer at READ COMMITTED: row locks, arrays as lists, the server's clock. */
public final class PostgresDialect implements Dialect {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDialect.class);
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final Set<String> CONFLICTS = Set.of(SERIALIZATION_FAILURE, DEADLOCK);

    private final @Nullable InstantSource clock;

    /** With the server's clock, or with one that replaces it in tests. */
    public PostgresDialect(@Nullable InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    // A host's pool may have another default isolation; the locks here are written for READ COMMITTED.
    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public boolean isConflict(SQLException error) {
        return error.getSQLState() != null && CONFLICTS.contains(error.getSQLState());
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public String forUpdateSkipLocked() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public String forShare() {
        return " FOR SHARE";
    }

    @Override
    public String inNumbers(String column, String parameter) {
        return column + " = ANY(:" + parameter + ")";
    }

    @Override
    public String inTexts(String column, String parameter) {
        return inNumbers(column, parameter);
    }

    // Autovacuum comes a minute late. Until then a plan is kept that was made for a small table: a prepared
    // UPDATE of one row read all of them.
    @Override
    public boolean countAgain(Handle handle, String table, long added) {
        long known = handle.createQuery(
                        "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = to_regclass(:table)")
                .bind("table", table)
                .mapTo(Long.class)
                .one();
        if (added < known) {
            return false;
        }
        handle.execute("ANALYZE " + table);
        return true;
    }

    // While a table grows faster than its statistics, PostgreSQL takes it for small: every index is as good as
    // any, and a join reads all that fits the condition. Only the index that is meant has the order, and the
    // LIMIT forbids other joins.
    @Override
    public String eachOf(String table, String condition, List<String> columns, String parameter, List<String> values) {
        String key = String.join(", ", columns);
        String wanted = "(item.value, " + String.join(", ", values) + ")";
        return """
                SELECT found.%1$s FROM %2$s CROSS JOIN LATERAL (
                    SELECT %3$s FROM %4$s WHERE %5$s AND (%3$s) >= %6$s ORDER BY %3$s LIMIT 1) AS found
                WHERE (%3$s) = %6$s
                """.formatted(columns.get(0), items(parameter), key, table, condition, wanted);
    }

    @Override
    public String items(String parameter) {
        return "unnest(:" + parameter + ") AS item(value)";
    }

    @Override
    public Argument numbers(Collection<Long> values) {
        return list("bigint", values);
    }

    @Override
    public Argument texts(Collection<String> values) {
        return list("text", values);
    }

    // One statement saves the server the begin and the end of one for each row.
    @Override
    public Set<Long> update(Handle handle, String tenant, RowUpdates rows) {
        return rows.isEmpty() ? Set.of() : rows.runWithArrays(handle, tenant);
    }

    @Override
    public void insert(Handle handle, NewRows<?> rows) throws SQLException {
        if (!rows.rows().isEmpty() && PostgresCopy.isPossible(handle.getConnection())) {
            PostgresCopy.run(handle.getConnection(), rows);
        } else {
            Dialect.super.insert(handle, rows);
        }
    }

    // The driver sends an array of its own type as it is in memory, and one of any type as a text.
    static Argument list(String type, Collection<?> values) {
        Object[] elements = type.equals("text") ? values.toArray(String[]::new) : values.toArray(Long[]::new);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
    }

    @Override
    public long now(Handle handle) {
        if (clock != null) {
            return clock.millis();
        }
        return handle.createQuery("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)")
                .mapTo(Long.class)
                .one();
    }

    // The cluster's number changes when a dump is loaded elsewhere, the timeline with every promotion and point-in-time
    // recovery.
    @Override
    public String identity(Handle handle) {
        boolean isAllowed = handle.createQuery("SELECT has_function_privilege('pg_control_system()', 'EXECUTE')")
                .mapTo(Boolean.class)
                .one();
        return !isAllowed
                ? ""
                : handle.createQuery("SELECT CAST(system_identifier AS TEXT) || '/'"
                                + " || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) FROM pg_control_system()")
                        .mapTo(String.class)
                        .one();
    }

    @Override
    public JdbcCustomization jobs() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    @Override
    public void checkDurability(Handle handle) {
        Durability.checkPostgres(
                Integer.parseInt(setting(handle, "server_version_num")),
                setting(handle, "fsync"),
                setting(handle, "synchronous_commit"),
                setting(handle, "full_page_writes"));
        if (setting(handle, "idle_in_transaction_session_timeout").equals("0")) {
            LOG.warn(
                    "PostgreSQL runs with idle_in_transaction_session_timeout = 0: a worker that stands still in the middle of a "
                            + "transaction would keep its lane locked for as long. Add options=-c idle_in_transaction_session_timeout=10000 "
                            + "to the connections of the pool.");
        }
    }

    private static String setting(Handle handle, String name) {
        return handle.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one();
    }
}
