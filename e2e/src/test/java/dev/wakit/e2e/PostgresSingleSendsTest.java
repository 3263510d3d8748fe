package dev.wakit.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class PostgresSingleSendsTest extends SingleSends {

    private Database database;

    @Override
    Database database() {
        database = Database.postgresql();
        return database;
    }

    @Override
    HostTransaction begin(Stage stage) throws SQLException {
        Connection connection = DriverManager.getConnection(database.name(), "postgres", "postgres");
        connection.setAutoCommit(false);
        return new HostTransaction() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void commit() throws SQLException {
                connection.commit();
            }

            @Override
            public void rollback() throws SQLException {
                connection.rollback();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
