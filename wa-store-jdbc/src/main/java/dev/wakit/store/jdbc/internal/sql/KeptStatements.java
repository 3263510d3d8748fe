package dev.wakit.store.jdbc.internal.sql;

import com.zaxxer.hikari.pool.ProxyConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the prepared statements of each connection, for a driver that keeps none: SQLite parses and plans in this process, which
 * takes longer than most statements run. Thread-safe; each connection is used by one thread at a time.
 *
 * <p>A connection keeps its latest {@value #MOST} statements. They end with it.
 */
final class KeptStatements implements StatementBuilderFactory {

    private static final int MOST = 256;

    /** Outside of texts. */
    private static final Pattern PARAMETER = Pattern.compile("\\?(?=(?:[^']*'[^']*')*[^']*$)");

    private final Map<Connection, OfOneConnection> connections = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection connection) {
        Connection real = real(connection);
        OfOneConnection known = connections.get(real);
        return known != null ? known : add(real);
    }

    private StatementBuilder add(Connection real) {
        connections.keySet().removeIf(KeptStatements::isClosed);
        return connections.computeIfAbsent(real, OfOneConnection::new);
    }

    // A pool closes what was prepared through it when the connection is given back.
    private static Connection real(Connection connection) {
        try {
            return connection instanceof ProxyConnection pooled ? pooled.unwrap(Connection.class) : connection;
        } catch (SQLException closed) {
            return connection;
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    /**
     * SQLite prepares a statement again before each run when its plan looked at a parameter that was bound since: one that is compared
     * with a column, or is a LIMIT. Into an expression it does not look, and a plus sign changes no value of any type.
     */
    static String lasting(String sql) {
        return PARAMETER.matcher(sql).replaceAll("+?");
    }

    /** How many connections have statements that are kept. */
    int connections() {
        return connections.size();
    }

    /** A statement is taken out while it is used, so that the same text inside the reading of its rows is prepared again. */
    private static final class OfOneConnection extends DefaultStatementBuilder {

        private final Connection real;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
        private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

        OfOneConnection(Connection real) {
            this.real = real;
        }

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context)
                throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            PreparedStatement statement = kept != null ? kept : real.prepareStatement(lasting(sql));
            inUse.put(statement, sql);
            return statement;
        }

        // The text given here is the one before its parameters were replaced. What was bound is somebody's data, and no
        // longer needed.
        @Override
        public void close(Connection connection, String template, Statement statement) throws SQLException {
            String sql = inUse.remove(statement);
            if (sql == null || statement.isClosed()) {
                statement.close();
                return;
            }
            var prepared = (PreparedStatement) statement;
            try {
                prepared.clearBatch();
                prepared.clearParameters();
            } catch (SQLException broken) {
                prepared.close();
                throw broken;
            }
            keep(sql, prepared);
        }

        private void keep(String sql, PreparedStatement prepared) throws SQLException {
            PreparedStatement another = idle.put(sql, prepared);
            if (another != null) {
                another.close();
            } else if (idle.size() > MOST) {
                var oldest = idle.values().iterator();
                PreparedStatement leftOut = oldest.next();
                oldest.remove();
                leftOut.close();
            }
        }
    }
}
