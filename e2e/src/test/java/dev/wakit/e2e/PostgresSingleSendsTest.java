package dev.wakit.e2e;

import java.sql.SQLException;

class PostgresSingleSendsTest extends SingleSends {

    private Database database;

    @Override
    Database database() {
        database = Database.postgresql();
        return database;
    }

    @Override
    HostTransaction begin() throws SQLException {
        return ServerTransaction.begin(database.name(), "postgres", "postgres");
    }
}
