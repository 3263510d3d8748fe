package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.AssistedQuery;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.store.AssistedCartStore;
import dev.wakit.store.jdbc.internal.intake.AssistedTable;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carts that are filled here, over JDBC. Thread-safe. */
public final class JdbcAssistedCartStore implements AssistedCartStore {

    private final Database database;
    private final AssistedTable carts;

    /** Over a database. */
    public JdbcAssistedCartStore(Database database, ColumnCipher cipher) {
        this.database = database;
        this.carts = new AssistedTable(database.dialect(), cipher);
    }

    @Override
    public AssistedCart insert(AssistedCart cart) {
        boolean isNew = database.write("open a cart", handle -> carts.insert(handle, cart));
        return isNew
                ? cart
                : database.read("find a cart by its key", handle -> carts.findByKey(handle, cart.tenant(), cart.key()))
                        .orElseThrow(() ->
                                new IllegalStateException("A cart with the id " + cart.id() + " is there already."));
    }

    @Override
    public boolean update(AssistedCart read, AssistedCart changed) {
        return database.write("change a cart", handle -> carts.update(handle, read, changed));
    }

    @Override
    public Optional<AssistedCart> find(TenantId tenant, CartId id) {
        return database.read("find a cart", handle -> carts.find(handle, tenant, id));
    }

    @Override
    public List<AssistedCart> list(TenantId tenant, AssistedQuery query) {
        return database.read("list carts", handle -> carts.list(handle, tenant, query));
    }

    @Override
    public List<AssistedCart> idle(TenantId tenant, Instant since, int limit) {
        return database.read("find idle carts", handle -> carts.idle(handle, tenant, since, limit));
    }

    @Override
    public List<AssistedCart> expired(TenantId tenant, Instant now, int limit) {
        return database.read("find expired carts", handle -> carts.expired(handle, tenant, now, limit));
    }

    @Override
    public List<AssistedCart> interrupted(TenantId tenant, Instant since, int limit) {
        return database.read(
                "find carts without their order", handle -> carts.interrupted(handle, tenant, since, limit));
    }

    @Override
    public int erase(TenantId tenant, String contact) {
        return database.write("erase a person from carts", handle -> carts.erase(handle, tenant, contact));
    }
}
