package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.store.CatalogStore;
import dev.wakit.store.jdbc.internal.product.CatalogTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.util.List;
import java.util.Optional;

/** Catalogs over JDBC. Thread-safe. */
public final class JdbcCatalogStore implements CatalogStore {

    private final Database database;
    private final CatalogTable catalogs = new CatalogTable();

    /** Over a database. */
    public JdbcCatalogStore(Database database) {
        this.database = database;
    }

    @Override
    public void insert(Catalog catalog) {
        database.write("add a catalog", handle -> {
            catalogs.insert(handle, catalog);
            return true;
        });
    }

    @Override
    public Optional<Catalog> find(TenantId tenant, CatalogId id) {
        return database.read("find a catalog", handle -> catalogs.find(handle, tenant, id));
    }

    @Override
    public List<Catalog> list(TenantId tenant) {
        return database.read("list catalogs", handle -> catalogs.list(handle, tenant));
    }

    @Override
    public boolean update(Catalog changed) {
        return database.write("change a catalog", handle -> catalogs.update(handle, changed));
    }
}
