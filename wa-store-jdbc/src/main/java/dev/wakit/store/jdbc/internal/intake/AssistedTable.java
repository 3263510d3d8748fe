package dev.wakit.store.jdbc.internal.intake;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.AssistedQuery;
import dev.wakit.catalog.cart.AssistedState;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.NewestFirst;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_assisted_cart}. Thread-safe. */
public final class AssistedTable {

    private static final String ALL = "SELECT * FROM wa_assisted_cart WHERE tenant_id = :tenant";
    private static final String OLDEST = " ORDER BY active_at, id LIMIT :limit";

    private final Dialect dialect;
    private final ColumnCipher cipher;
    private final AssistedItemTable items = new AssistedItemTable();

    /** For a database. */
    public AssistedTable(Dialect dialect, ColumnCipher cipher) {
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** Adds a cart. Returns false if one of the same key is there. */
    public boolean insert(Handle handle, AssistedCart cart) {
        boolean isNew = bind(handle.createUpdate(dialect.insertNew("""
                                wa_assisted_cart (tenant_id, id, cart_key, state, currency, contact, buyer_name, address,
                                    note, order_id, created_at, active_at, expires_at, updated_at, version)
                                VALUES (:tenant, :id, :key, :state, :currency, :contact, :name, :address, :note, :order,
                                    :created, :active, :expires, :updated, :version)
                                """, "tenant_id, cart_key")), cart)
                        .bind("key", cart.key())
                        .bind("currency", cart.currency().getCurrencyCode())
                        .bind("created", cart.createdAt().toEpochMilli())
                        .execute()
                == 1;
        if (isNew) {
            items.insert(handle, cart);
        }
        return isNew;
    }

    /** Changes a cart of the version that was read. */
    public boolean update(Handle handle, AssistedCart read, AssistedCart changed) {
        boolean isDone = bind(handle.createUpdate("""
                                UPDATE wa_assisted_cart SET state = :state, contact = :contact, buyer_name = :name,
                                    address = :address, note = :note, order_id = :order, active_at = :active,
                                    expires_at = :expires, updated_at = :updated, version = :version
                                WHERE tenant_id = :tenant AND id = :id AND version = :read
                                """), changed)
                        .bind("read", read.version())
                        .execute()
                == 1;
        if (isDone && !changed.lines().equals(read.lines())) {
            items.delete(handle, changed);
            items.insert(handle, changed);
        }
        return isDone;
    }

    private ColumnCipher.Row texts(TenantId tenant, CartId id) {
        return cipher.row("wa_assisted_cart", tenant, id.value());
    }

    private Update bind(Update update, AssistedCart cart) {
        ColumnCipher.Row texts = texts(cart.tenant(), cart.id());
        return update.bind("tenant", cart.tenant().value())
                .bind("id", cart.id().value())
                .bind("state", cart.state().name())
                .bind("contact", Values.textOrNull(cart.buyer().contact()))
                .bind(
                        "name",
                        texts.seal("buyer_name", Values.textOrNull(cart.buyer().name())))
                .bind(
                        "address",
                        texts.seal("address", Json.writeOrNull(cart.buyer().address())))
                .bind("note", texts.seal("note", Values.textOrNull(cart.buyer().note())))
                .bind("order", cart.order().map(OrderId::value).orElse(null))
                .bind("active", cart.activeAt().toEpochMilli())
                .bind("expires", cart.expiresAt().toEpochMilli())
                .bind("updated", cart.updatedAt().toEpochMilli())
                .bind("version", cart.version());
    }

    /** One cart. */
    public Optional<AssistedCart> find(Handle handle, TenantId tenant, CartId id) {
        return row(handle, tenant, id).map(cart -> whole(handle, cart));
    }

    private Optional<AssistedCart> row(Handle handle, TenantId tenant, CartId id) {
        return handle.createQuery(ALL + " AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, context) -> map(row))
                .findOne();
    }

    /** The cart of a key. */
    public Optional<AssistedCart> findByKey(Handle handle, TenantId tenant, String key) {
        return handle.createQuery(ALL + " AND cart_key = :key")
                .bind("tenant", tenant.value())
                .bind("key", key)
                .map((row, context) -> map(row))
                .findOne()
                .map(cart -> whole(handle, cart));
    }

    // Queries run each on its own, so a change may come between the row and its lines: then both are read again.
    private AssistedCart whole(Handle handle, AssistedCart row) {
        AssistedCart cart = items.read(handle, row);
        AssistedCart again = row(handle, row.tenant(), row.id()).orElse(row);
        return again.version() == row.version() ? cart : whole(handle, again);
    }

    /** A page of carts. */
    public List<AssistedCart> list(Handle handle, TenantId tenant, AssistedQuery query) {
        return whole(
                handle,
                new NewestFirst(dialect, ALL)
                        .oneOf("state", query.states())
                        .is("contact", query.contact())
                        .on(handle, tenant, query.before().value(), query.limit()));
    }

    private List<AssistedCart> whole(Handle handle, Query page) {
        return page.map((row, context) -> map(row)).list().stream()
                .map(cart -> whole(handle, cart))
                .toList();
    }

    /** Carts that nobody touched since a time. */
    public List<AssistedCart> idle(Handle handle, TenantId tenant, Instant since, int limit) {
        return aged(handle, tenant, " AND state IN ('ACTIVE', 'CHECKOUT') AND active_at <= :at", since, limit);
    }

    /** Open carts whose time has run out. */
    public List<AssistedCart> expired(Handle handle, TenantId tenant, Instant now, int limit) {
        return aged(
                handle, tenant, " AND state IN ('ACTIVE', 'CHECKOUT', 'ABANDONED') AND expires_at <= :at", now, limit);
    }

    /** Carts whose order was not placed, or not noted. */
    public List<AssistedCart> interrupted(Handle handle, TenantId tenant, Instant since, int limit) {
        return aged(
                handle, tenant, " AND state = 'CONVERTED' AND order_id IS NULL AND updated_at <= :at", since, limit);
    }

    private List<AssistedCart> aged(Handle handle, TenantId tenant, String condition, Instant at, int limit) {
        return whole(
                handle,
                handle.createQuery(ALL + condition + OLDEST)
                        .bind("tenant", tenant.value())
                        .bind("at", at.toEpochMilli())
                        .bind("limit", limit));
    }

    /** Empties what leads to a person, whose open carts expire. Returns how many carts were theirs. */
    public int erase(Handle handle, TenantId tenant, String contact) {
        List<Long> ids = handle.createQuery(
                        "SELECT id FROM wa_assisted_cart WHERE tenant_id = :tenant AND contact = :contact ORDER BY id")
                .bind("tenant", tenant.value())
                .bind("contact", contact)
                .mapTo(Long.class)
                .list();
        ids.forEach(id -> handle.createUpdate("""
                        UPDATE wa_assisted_cart SET contact = NULL, buyer_name = NULL, address = NULL, note = NULL,
                            cart_key = :key, version = version + 1,
                            state = CASE WHEN state = 'CONVERTED' THEN state ELSE 'EXPIRED' END
                        WHERE tenant_id = :tenant AND id = :id
                        """)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .bind("key", "erased:" + new CartId(id))
                .execute());
        return ids.size();
    }

    private AssistedCart map(ResultSet row) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var id = new CartId(row.getLong("id"));
        ColumnCipher.Row texts = texts(tenant, id);
        return new AssistedCart(
                tenant,
                id,
                row.getString("cart_key"),
                new Buyer(
                        Values.text(row, "contact"),
                        texts.text(row, "buyer_name"),
                        texts.texts(row, "address"),
                        texts.text(row, "note")),
                Currency.getInstance(row.getString("currency")),
                AssistedState.valueOf(row.getString("state")),
                List.of(),
                Values.id(row, "order_id").map(OrderId::new),
                Values.time(row, "created_at"),
                Values.time(row, "active_at"),
                Values.time(row, "expires_at"),
                Values.time(row, "updated_at"),
                row.getLong("version"));
    }
}
