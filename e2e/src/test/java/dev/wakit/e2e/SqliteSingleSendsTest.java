package dev.wakit.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

class SqliteSingleSendsTest extends SingleSends {

    @TempDir
    private Path folder;

    private Database database;

    @Override
    Database database() {
        database = Database.sqlite(folder);
        return database;
    }

    @Override
    HostTransaction begin() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.name());
        run(connection, "PRAGMA busy_timeout = 60000");
        run(connection, "BEGIN IMMEDIATE");
        return new HostTransaction() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void commit() throws SQLException {
                run(connection, "COMMIT");
            }

            @Override
            public void rollback() throws SQLException {
                run(connection, "ROLLBACK");
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
