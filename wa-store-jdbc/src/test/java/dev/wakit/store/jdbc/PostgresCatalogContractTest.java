package dev.wakit.store.jdbc;

import javax.sql.DataSource;

class PostgresCatalogContractTest extends ServerCatalogContract {

    @Override
    DataSource newDatabase() {
        return Postgres.database(Postgres.newDatabase());
    }
}
