package dev.wakit.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A transaction of a host on a database server. */
record ServerTransaction(Connection connection) implements SingleSends.HostTransaction {

    static ServerTransaction begin(String url, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        return new ServerTransaction(connection);
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
}
