package dev.wakit.e2e;

import java.sql.SQLException;

class MariaDbSingleSendsTest extends SingleSends {

    private Database database;

    @Override
    Database database() {
        database = Database.mariadb();
        return database;
    }

    @Override
    HostTransaction begin() throws SQLException {
        return ServerTransaction.begin(database.name(), "root", "");
    }
}
