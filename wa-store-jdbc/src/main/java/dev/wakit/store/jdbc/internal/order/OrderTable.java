package dev.wakit.store.jdbc.internal.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderHead;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.OrderTotals;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.NewestFirst;
import dev.wakit.store.jdbc.internal.sql.Sha256;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_order}; its rows come without lines, money and shipments. Thread-safe. */
public final class OrderTable {

    private static final String ALL = "SELECT * FROM wa_order WHERE tenant_id = :tenant";

    private final Dialect dialect;
    private final ColumnCipher cipher;

    /** For a database. */
    public OrderTable(Dialect dialect, ColumnCipher cipher) {
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** Adds a row. Returns false if an order of the same origin is there. */
    public boolean insert(Handle handle, Order order) {
        OrderHead head = order.head();
        ColumnCipher.Row texts = texts(order);
        String sql = dialect.insertNew("""
                wa_order (tenant_id, id, order_number, source, origin_key, status, payment_status, fulfilment_status,
                    currency, tax_included, location, items_minor, discount_minor, shipping_minor, fee_minor, tax_minor,
                    rounding_minor, total_minor, captured_minor, refunded_minor, cancel_reason, is_reserved, contact,
                    buyer_name, address, note, fields, placed_at, expires_at, updated_at, events, version)
                VALUES (:tenant, :id, :number, :source, :origin, :status, :payment, :fulfilment, :currency, :taxIncluded,
                    :location, :items, :discount, :shipping, :fee, :tax, :rounding, :total, :captured, :refunded, :reason,
                    :reserved, :contact, :name, :address, :note, :fields, :placed, :expires, :updated, :events, :version)
                """, "tenant_id, source, origin_key");
        return bind(handle.createUpdate(sql), order)
                        .bind("number", head.number())
                        .bind("source", head.origin().source().name())
                        .bind("origin", head.origin().key())
                        .bind("currency", head.currency().getCurrencyCode())
                        .bind("taxIncluded", head.taxIncluded() ? 1 : 0)
                        .bind("location", head.location())
                        .bind("contact", Values.textOrNull(order.buyer().contact()))
                        .bind(
                                "name",
                                texts.seal(
                                        "buyer_name",
                                        Values.textOrNull(order.buyer().name())))
                        .bind(
                                "address",
                                texts.seal(
                                        "address",
                                        Json.writeOrNull(order.buyer().address())))
                        .bind(
                                "note",
                                texts.seal(
                                        "note", Values.textOrNull(order.buyer().note())))
                        .bind("placed", head.placedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /** Changes a row of the version before; what never changes, and the buyer, stay. */
    public boolean update(Handle handle, Order order) {
        return bind(handle.createUpdate("""
                                UPDATE wa_order SET status = :status, payment_status = :payment,
                                    fulfilment_status = :fulfilment, items_minor = :items, discount_minor = :discount,
                                    shipping_minor = :shipping, fee_minor = :fee, tax_minor = :tax,
                                    rounding_minor = :rounding, total_minor = :total, captured_minor = :captured,
                                    refunded_minor = :refunded, cancel_reason = :reason, is_reserved = :reserved,
                                    fields = :fields, expires_at = :expires, updated_at = :updated, events = :events,
                                    version = :version
                                WHERE tenant_id = :tenant AND id = :id AND version = :version - 1
                                """), order).execute() == 1;
    }

    private ColumnCipher.Row texts(Order order) {
        return cipher.row("wa_order", order.head().tenant(), order.id().value());
    }

    private Update bind(Update update, Order order) {
        OrderTotals totals = order.totals();
        return update.bind("tenant", order.head().tenant().value())
                .bind("id", order.id().value())
                .bind("status", order.status().name())
                .bind("payment", order.paymentStatus().name())
                .bind("fulfilment", order.fulfilmentStatus().name())
                .bind("items", totals.items().minor())
                .bind("discount", totals.discount().minor())
                .bind("shipping", totals.shipping().minor())
                .bind("fee", totals.fee().minor())
                .bind("tax", totals.tax().minor())
                .bind("rounding", totals.rounding().minor())
                .bind("total", totals.total().minor())
                .bind("captured", order.captured().minor())
                .bind("refunded", order.refunded().minor())
                .bind("reason", Values.textOrNull(order.cancelReason()))
                .bind("reserved", order.isReserved() ? 1 : 0)
                .bind("fields", texts(order).seal("fields", Json.writeOrNull(order.fields())))
                .bind("expires", Values.millisOrNull(order.expiresAt()))
                .bind("updated", order.updatedAt().toEpochMilli())
                .bind("events", order.events())
                .bind("version", order.version());
    }

    /** One row. */
    public Optional<Order> find(Handle handle, TenantId tenant, OrderId id) {
        return handle.createQuery(ALL + " AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map((row, context) -> map(row))
                .findOne();
    }

    /** One row by its number. */
    public Optional<Order> findByNumber(Handle handle, TenantId tenant, String number) {
        return handle.createQuery(ALL + " AND order_number = :number")
                .bind("tenant", tenant.value())
                .bind("number", number)
                .map((row, context) -> map(row))
                .findOne();
    }

    /** One row by its origin. */
    public Optional<Order> findByOrigin(Handle handle, TenantId tenant, OrderOrigin origin) {
        return handle.createQuery(ALL + " AND source = :source AND origin_key IN (:origin, :erased)")
                .bind("tenant", tenant.value())
                .bind("source", origin.source().name())
                .bind("origin", origin.key())
                .bind("erased", erased(origin.key()))
                .map((row, context) -> map(row))
                .findOne();
    }

    /** A page of rows. */
    public List<Order> list(Handle handle, TenantId tenant, OrderQuery query) {
        return new NewestFirst(dialect, ALL)
                .oneOf("status", query.statuses())
                .oneOf("payment_status", query.payments())
                .oneOf("fulfilment_status", query.fulfilments())
                .is("contact", query.contact())
                .on(handle, tenant, query.before().value(), query.limit())
                .map((row, context) -> map(row))
                .list();
    }

    /** Rows whose time has run out. */
    public List<Order> expired(Handle handle, TenantId tenant, Instant now, int limit) {
        return handle.createQuery("""
                        SELECT * FROM wa_order WHERE tenant_id = :tenant AND status = 'PENDING' AND expires_at <= :now
                        ORDER BY expires_at, id LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /**
     * The ids of a person's orders, whose rows get a new version and no buyer and no fields.
     *
     * <p>The id of a WhatsApp message has the phone number in it, so the key of the origin is kept as a digest only: the order is still
     * recognised when its webhook comes again.
     */
    public List<Long> erase(Handle handle, TenantId tenant, String contact) {
        List<Order> orders = handle.createQuery(ALL + " AND contact = :contact ORDER BY id" + dialect.forUpdate())
                .bind("tenant", tenant.value())
                .bind("contact", contact)
                .map((row, context) -> map(row))
                .list();
        orders.forEach(order -> handle.createUpdate("""
                        UPDATE wa_order SET origin_key = :erased, contact = NULL, buyer_name = NULL, address = NULL,
                            note = NULL, fields = NULL, version = version + 1
                        WHERE tenant_id = :tenant AND id = :id
                        """)
                .bind("tenant", tenant.value())
                .bind("id", order.id().value())
                .bind("erased", erased(order.head().origin().key()))
                .execute());
        return orders.stream().map(order -> order.id().value()).toList();
    }

    private static String erased(String key) {
        return "sha256:" + HexFormat.of().formatHex(Sha256.of(key));
    }

    private Order map(ResultSet row) throws SQLException {
        var head = new OrderHead(
                new TenantId(row.getString("tenant_id")),
                new OrderId(row.getLong("id")),
                row.getString("order_number"),
                new OrderOrigin(OrderSource.valueOf(row.getString("source")), row.getString("origin_key")),
                Currency.getInstance(row.getString("currency")),
                row.getInt("tax_included") == 1,
                row.getString("location"),
                Values.time(row, "placed_at"));
        ColumnCipher.Row texts = cipher.row("wa_order", head.tenant(), head.id().value());
        var buyer = new Buyer(
                Values.text(row, "contact"),
                texts.text(row, "buyer_name"),
                texts.texts(row, "address"),
                texts.text(row, "note"));
        return new Order(
                head,
                buyer,
                OrderStatus.valueOf(row.getString("status")),
                Values.text(row, "cancel_reason"),
                row.getInt("is_reserved") == 1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                texts.texts(row, "fields"),
                Values.time(row, "expires_at"),
                Values.time(row, "updated_at"),
                row.getInt("events"),
                row.getLong("version"));
    }
}
