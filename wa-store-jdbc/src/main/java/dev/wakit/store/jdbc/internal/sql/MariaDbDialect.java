package dev.wakit.store.jdbc.internal.sql;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import dev.wakit.campaign.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB 10.6 or newer at READ COMMITTED, where InnoDB locks rows and no gaps; lists travel as JSON; the server's clock.
 *
 * <p>An UPDATE assigns from left to right here, so that a column must be read before it is set.
 */
public final class MariaDbDialect implements Dialect {

    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int CHANGED_SINCE_READ = 1020;
    private static final Set<Integer> CONFLICTS = Set.of(DEADLOCK, LOCK_WAIT_TIMEOUT, CHANGED_SINCE_READ);
    private static final String ITEMS =
            "JSON_TABLE(:%s, '$[*]' COLUMNS (value %s PATH '$' ERROR ON EMPTY ERROR ON ERROR)) AS item";
    private static final String TEXT =
            "VARCHAR(" + Values.LONGEST_KEY + ") CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";

    private final @Nullable InstantSource clock;

    /** With the server's clock, or with one that replaces it in tests. */
    public MariaDbDialect(@Nullable InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mariadb";
    }

    // Statements of its own, whether the host's pool commits by itself or not: the driver would need two round trips
    // more.
    @Override
    public void begin(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        run(connection, "START TRANSACTION");
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
        return CONFLICTS.contains(error.getErrorCode());
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
        return " LOCK IN SHARE MODE";
    }

    @Override
    public String inNumbers(String column, String parameter) {
        return in(column, parameter, "BIGINT");
    }

    @Override
    public String inTexts(String column, String parameter) {
        return in(column, parameter, TEXT);
    }

    private static String in(String column, String parameter, String type) {
        return column + " IN (SELECT value FROM " + ITEMS.formatted(parameter, type) + ")";
    }

    // A join with the list could make it the outer table: then the order costs a sort, and a locking query locks every
    // row it sorts.
    @Override
    public String oneOf(String column, String parameter) {
        return "JSON_CONTAINS(:" + parameter + ", JSON_QUOTE(" + column + "))";
    }

    @Override
    public String items(String parameter) {
        return ITEMS.formatted(parameter, TEXT);
    }

    // Version 10 prefers to walk the primary key in the order of ids, past every row of another state.
    @Override
    public String along(String index) {
        return " FORCE INDEX (" + index + ")";
    }

    // MariaDB finds no place in an index by a comparison of rows.
    @Override
    public String isAfter(String first, String second, String firstParameter, String secondParameter) {
        return "(%1$s > :%3$s OR (%1$s = :%3$s AND %2$s > :%4$s))"
                .formatted(first, second, firstParameter, secondParameter);
    }

    // IGNORE also cuts texts that are too long. Keys are measured before, see Values.key; other texts have no limit.
    @Override
    public String insertNew(String rows, String key) {
        return "INSERT IGNORE INTO " + rows;
    }

    @Override
    public String insertOrAdd(String table, String rows, String key, String column) {
        return "INSERT INTO " + table + " " + rows + " ON DUPLICATE KEY UPDATE " + column + " = " + column
                + " + VALUES(" + column + ")";
    }

    @Override
    public Set<Long> update(Handle handle, String tenant, RowUpdates rows) {
        return rows.isEmpty() ? Set.of() : rows.runWithJson(handle, tenant, this);
    }

    // In order, because rows are locked in the order of the list.
    @Override
    public Argument numbers(Collection<Long> values) {
        return list(new TreeSet<>(values));
    }

    @Override
    public Argument texts(Collection<String> values) {
        return list(values);
    }

    private static Argument list(Collection<?> values) {
        String json = Json.write(values);
        return (position, statement, context) -> statement.setString(position, json);
    }

    // UNIX_TIMESTAMP has fractions only for a local time, which jumps when the zone's clocks are put back.
    @Override
    public long now(Handle handle) {
        if (clock != null) {
            return clock.millis();
        }
        return handle.createQuery("SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000")
                .mapTo(Long.class)
                .one();
    }

    // There is no number of the server that a restored backup would not have as well.
    @Override
    public String identity(Handle handle) {
        return "";
    }

    // In UTC, whatever the zones of the workers are.
    @Override
    public JdbcCustomization jobs() {
        return new MariaDBJdbcCustomization(true);
    }

    @Override
    public void checkDurability(Handle handle) {
        MariaDbSettings.check(MariaDbSettings.read(handle));
    }

    @Override
    public void checkCounts(Handle handle) {
        String name = "probe-" + UUID.randomUUID();
        handle.execute("INSERT INTO wa_setting (tenant_id, name, value) VALUES ('', ?, '')", name);
        int found = handle.execute("UPDATE wa_setting SET value = '' WHERE tenant_id = '' AND name = ?", name);
        handle.execute("DELETE FROM wa_setting WHERE tenant_id = '' AND name = ?", name);
        if (found != 1) {
            throw new StoreException(
                    "The MariaDB driver counts changed rows instead of found ones, so that a lease that is"
                            + " renewed within a millisecond would seem lost. Set useAffectedRows to false.");
        }
    }
}
