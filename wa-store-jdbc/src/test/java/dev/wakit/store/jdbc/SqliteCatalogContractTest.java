package dev.wakit.store.jdbc;

import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.testkit.store.catalog.CatalogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogContractTest extends CatalogContract {

    @TempDir
    Path folder;

    @Override
    protected CatalogStores open() {
        return JdbcStores.sqlite(folder.resolve("wakit.db"));
    }
}
