package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.store.CartStore;
import dev.wakit.store.jdbc.internal.intake.CartTable;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.util.List;
import java.util.Optional;

/** Carts that customers sent, over JDBC. Thread-safe. */
public final class JdbcCartStore implements CartStore {

    private final Database database;
    private final CartTable carts;

    /** Over a database. */
    public JdbcCartStore(Database database, ColumnCipher cipher) {
        this.database = database;
        this.carts = new CartTable(database.dialect(), cipher);
    }

    @Override
    public SubmittedCart insert(SubmittedCart cart) {
        boolean isNew = database.write("keep a cart", handle -> carts.insert(handle, cart));
        return isNew ? cart : byKey(cart);
    }

    private SubmittedCart byKey(SubmittedCart cart) {
        return database.read("find a cart by its key", handle -> carts.findByKey(handle, cart.tenant(), cart.key()))
                .orElseThrow(() -> new IllegalStateException("A cart with the id " + cart.id() + " is there already."));
    }

    @Override
    public boolean settle(SubmittedCart read, SubmittedCart settled) {
        return database.write("settle a cart", handle -> carts.settle(handle, read.state(), settled));
    }

    @Override
    public Optional<SubmittedCart> find(TenantId tenant, CartId id) {
        return database.read("find a cart", handle -> carts.find(handle, tenant, id));
    }

    @Override
    public List<SubmittedCart> list(TenantId tenant, CartQuery query) {
        return database.read("list carts", handle -> carts.list(handle, tenant, query));
    }

    @Override
    public int erase(TenantId tenant, String contact) {
        return database.write("erase a person from carts", handle -> carts.erase(handle, tenant, contact));
    }
}
