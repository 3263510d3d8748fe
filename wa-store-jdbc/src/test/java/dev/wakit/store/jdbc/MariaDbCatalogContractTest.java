package dev.wakit.store.jdbc;

import javax.sql.DataSource;

class MariaDbCatalogContractTest extends ServerCatalogContract {

    @Override
    DataSource newDatabase() {
        return Maria.database(Maria.newDatabase());
    }
}
