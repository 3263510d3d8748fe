package dev.wakit.store.jdbc.internal.sql;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementBuilderFactory;

/**
 * SQLite: one writer at a time, so that no row needs a lock; lists travel as JSON; the process clock is the database's clock.
 */
public final class SqliteDialect implements Dialect {

    private static final int BUSY = 5;
    private static final int PRIMARY_CODE = 0xff;

    private final StatementBuilderFactory statements = new KeptStatements();
    private final InstantSource clock;

    /** With the clock that leases go by. */
    public SqliteDialect(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public StatementBuilderFactory statements() {
        return statements;
    }

    // The driver's own transactions begin the next one at once after a commit, which would lock out other processes.
    @Override
    public void begin(Connection connection) throws SQLException {
        run(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        run(connection, "ROLLBACK");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean isConflict(SQLException error) {
        return (error.getErrorCode() & PRIMARY_CODE) == BUSY;
    }

    // SQLite begins transactions by a statement as well, of which the driver knows nothing; a second one is an error.
    @Override
    public boolean isInTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        try {
            run(connection, "BEGIN");
        } catch (SQLException alreadyBegun) {
            return true;
        }
        run(connection, "ROLLBACK");
        return false;
    }

    @Override
    public boolean hasOneWriter() {
        return true;
    }

    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public String forUpdateSkipLocked() {
        return "";
    }

    @Override
    public String forShare() {
        return "";
    }

    @Override
    public String inNumbers(String column, String parameter) {
        return column + " IN (SELECT value FROM json_each(:" + parameter + "))";
    }

    @Override
    public String inTexts(String column, String parameter) {
        return inNumbers(column, parameter);
    }

    // Without statistics SQLite takes any index with the same columns in front, and walks past all rows of other
    // states.
    @Override
    public String within(String index) {
        return " INDEXED BY " + index;
    }

    @Override
    public String contains(String column, String parameter) {
        return "instr(" + column + ", :" + parameter + ") > 0";
    }

    @Override
    public String items(String parameter) {
        return "json_each(:" + parameter + ") AS item";
    }

    @Override
    public Argument numbers(Collection<Long> values) {
        return list(values);
    }

    @Override
    public Argument texts(Collection<String> values) {
        return list(values);
    }

    private static Argument list(Collection<?> values) {
        String json = Json.write(values);
        return (position, statement, context) -> statement.setString(position, json);
    }

    @Override
    public long now(Handle handle) {
        return clock.millis();
    }

    // A file has no identity of its own that a copy of it would not have as well.
    @Override
    public String identity(Handle handle) {
        return "";
    }

    @Override
    public JdbcCustomization jobs() {
        return new SqliteJdbcCustomization();
    }

    @Override
    public void checkDurability(Handle handle) {
        Durability.checkSqlite(setting(handle, "journal_mode"), setting(handle, "synchronous"));
    }

    private static String setting(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }
}
