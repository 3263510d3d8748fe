package dev.wakit.e2e.simulation;

import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.store.jdbc.OpenedStores;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.ConnectionFactory;

/** PostgreSQL for runs that follow each other: the tables are emptied before each. */
final class PostgresDatabase implements SimulatedDatabase {

    private final String url;
    private final Jdbc jdbc;
    private final Connection raw;
    private Connection real;
    private Connection handedOut;

    /** On a database whose schema is there. */
    PostgresDatabase(String url, Jdbc jdbc) throws SQLException {
        this.url = url;
        this.jdbc = jdbc;
        this.raw = connect();
        empty();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private void empty() throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS sim_violation (what text)");
            var tables = new ArrayList<String>(List.of("sim_violation"));
            try (ResultSet rows = statement.executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'wa\\_%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("TRUNCATE " + String.join(", ", tables));
        }
    }

    @Override
    public Connection raw() {
        return raw;
    }

    @Override
    public JdbcStores stores(InstantSource clock) {
        return OpenedStores.open(
                new PostgresDialect(clock),
                new ConnectionFactory() {
                    @Override
                    public Connection openConnection() throws SQLException {
                        return connection();
                    }

                    @Override
                    public void closeConnection(Connection connection) throws SQLException {
                        if (!connection.isClosed() && !connection.getAutoCommit()) {
                            connection.setAutoCommit(true);
                        }
                    }
                },
                true);
    }

    private Connection connection() throws SQLException {
        jdbc.opening();
        if (real == null || real.isClosed()) {
            real = connect();
            handedOut = jdbc.wrap(real);
        }
        return handedOut;
    }

    @Override
    public void close() throws SQLException {
        raw.close();
        if (real != null) {
            real.close();
        }
    }
}
