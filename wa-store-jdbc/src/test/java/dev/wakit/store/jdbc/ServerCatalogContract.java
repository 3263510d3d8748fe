package dev.wakit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.testkit.store.catalog.CatalogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The contract of catalogs on a database server, with one database for the class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerCatalogContract extends CatalogContract {

    private HikariDataSource pool;

    /** A new database of the server. */
    abstract DataSource newDatabase();

    @BeforeAll
    void openPool() {
        var config = new HikariConfig();
        config.setDataSource(newDatabase());
        pool = new HikariDataSource(config);
        JdbcStores.create(pool).close();
    }

    @BeforeEach
    void emptyTables() {
        CatalogTables.empty(pool);
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    @Override
    protected CatalogStores open() {
        return JdbcStores.builder(pool).migrate(false).open();
    }
}
