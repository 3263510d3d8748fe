package dev.wakit.store.jdbc.internal.intake;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.CartState;
import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.NewestFirst;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_submitted_cart} and {@code wa_submitted_item}. Thread-safe. */
public final class CartTable {

    private static final String ALL = "SELECT * FROM wa_submitted_cart WHERE tenant_id = :tenant";

    private final Dialect dialect;
    private final ColumnCipher cipher;

    /** For a database. */
    public CartTable(Dialect dialect, ColumnCipher cipher) {
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** Adds a cart with its lines. Returns false if one of the same key is there. */
    public boolean insert(Handle handle, SubmittedCart cart) {
        ColumnCipher.Row texts = texts(cart.tenant(), cart.id());
        boolean isNew = handle.createUpdate(dialect.insertNew("""
                                wa_submitted_cart (tenant_id, id, cart_key, sender, contact, buyer_name, meta_catalog, note,
                                    raw, state, order_id, reason, sent_at, received_at)
                                VALUES (:tenant, :id, :key, :sender, :contact, :name, :catalog, :note, :raw, :state, :order,
                                    :reason, :sent, :received)
                                """, "tenant_id, cart_key"))
                        .bind("tenant", cart.tenant().value())
                        .bind("id", cart.id().value())
                        .bind("key", cart.key())
                        .bind("sender", cart.sender())
                        .bind("contact", Values.textOrNull(cart.contact()))
                        .bind("name", texts.seal("buyer_name", Values.textOrNull(cart.name())))
                        .bind("catalog", cart.metaCatalog())
                        .bind("note", texts.seal("note", Values.textOrNull(cart.note())))
                        .bind("raw", texts.seal("raw", Values.textOrNull(cart.raw())))
                        .bind("state", cart.state().name())
                        .bind("order", cart.order().map(OrderId::value).orElse(null))
                        .bind("reason", Values.textOrNull(cart.reason()))
                        .bind("sent", cart.sentAt().toEpochMilli())
                        .bind("received", cart.receivedAt().toEpochMilli())
                        .execute()
                == 1;
        if (isNew && !cart.items().isEmpty()) {
            insertItems(handle, cart);
        }
        return isNew;
    }

    private static void insertItems(Handle handle, SubmittedCart cart) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO wa_submitted_item (tenant_id, cart_id, line_no, retailer_id, quantity, price, currency)
                VALUES (:tenant, :cart, :line, :retailer, :quantity, :price, :currency)
                """);
        for (int i = 0; i < cart.items().size(); i++) {
            SentItem item = cart.items().get(i);
            batch.bind("tenant", cart.tenant().value())
                    .bind("cart", cart.id().value())
                    .bind("line", i + 1)
                    .bind("retailer", item.retailerId())
                    .bind("quantity", item.quantity().toString())
                    .bind("price", item.price().toString())
                    .bind("currency", item.currency())
                    .add();
        }
        batch.execute();
    }

    /** Changes what became of a cart that stands in this state. */
    public boolean settle(Handle handle, CartState before, SubmittedCart settled) {
        return handle.createUpdate("""
                                UPDATE wa_submitted_cart SET state = :state, order_id = :order, reason = :reason
                                WHERE tenant_id = :tenant AND id = :id AND state = :before
                                """)
                        .bind("tenant", settled.tenant().value())
                        .bind("id", settled.id().value())
                        .bind("before", before.name())
                        .bind("state", settled.state().name())
                        .bind("order", settled.order().map(OrderId::value).orElse(null))
                        .bind("reason", Values.textOrNull(settled.reason()))
                        .execute()
                == 1;
    }

    /** The cart of a key. */
    public Optional<SubmittedCart> findByKey(Handle handle, TenantId tenant, String key) {
        return handle.createQuery(ALL + " AND cart_key = :key")
                .bind("tenant", tenant.value())
                .bind("key", key)
                .map((row, context) -> map(handle, row))
                .findOne();
    }

    /** One cart. */
    public Optional<SubmittedCart> find(Handle handle, TenantId tenant, CartId id) {
        return handle.createQuery(ALL + " AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, context) -> map(handle, row))
                .findOne();
    }

    /** A page of carts. */
    public List<SubmittedCart> list(Handle handle, TenantId tenant, CartQuery query) {
        return new NewestFirst(dialect, ALL)
                .oneOf("state", query.states())
                .is("contact", query.contact())
                .on(handle, tenant, query.before().value(), query.limit())
                .map((row, context) -> map(handle, row))
                .list();
    }

    /** Empties what leads to a person. Returns how many carts were theirs. */
    public int erase(Handle handle, TenantId tenant, String contact) {
        return handle.createUpdate("""
                        UPDATE wa_submitted_cart SET contact = NULL, buyer_name = NULL, note = NULL, raw = NULL
                        WHERE tenant_id = :tenant AND contact = :contact
                        """)
                .bind("tenant", tenant.value())
                .bind("contact", contact)
                .execute();
    }

    private ColumnCipher.Row texts(TenantId tenant, CartId id) {
        return cipher.row("wa_submitted_cart", tenant, id.value());
    }

    private SubmittedCart map(Handle handle, ResultSet row) throws SQLException {
        var tenant = new TenantId(row.getString("tenant_id"));
        var id = new CartId(row.getLong("id"));
        ColumnCipher.Row texts = texts(tenant, id);
        return new SubmittedCart(
                tenant,
                id,
                row.getString("cart_key"),
                row.getString("sender"),
                Values.text(row, "contact"),
                texts.text(row, "buyer_name"),
                row.getString("meta_catalog"),
                texts.text(row, "note"),
                items(handle, tenant, id),
                texts.text(row, "raw"),
                CartState.valueOf(row.getString("state")),
                Values.id(row, "order_id").map(OrderId::new),
                Values.text(row, "reason"),
                Values.time(row, "sent_at"),
                Values.time(row, "received_at"));
    }

    private static List<SentItem> items(Handle handle, TenantId tenant, CartId id) {
        return handle.createQuery("""
                        SELECT retailer_id, quantity, price, currency FROM wa_submitted_item
                        WHERE tenant_id = :tenant AND cart_id = :cart ORDER BY line_no
                        """)
                .bind("tenant", tenant.value())
                .bind("cart", id.value())
                .map((row, context) -> new SentItem(
                        row.getString("retailer_id"),
                        new BigDecimal(row.getString("quantity")),
                        new BigDecimal(row.getString("price")),
                        row.getString("currency")))
                .list();
    }
}
