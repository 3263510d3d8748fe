package dev.wakit.store.jdbc.internal.stock;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.Reservation;
import dev.wakit.catalog.stock.StockEffect;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Owner of {@code wa_reservation}. Thread-safe. */
public final class ReservationTable {

    private static final String ONE =
            " WHERE tenant_id = :tenant AND order_id = :order AND line_no = :line AND variant_id = :variant";

    private final Dialect dialect;

    /** For a database. */
    public ReservationTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds pieces to what is promised to a line. */
    public void add(Handle handle, TenantId tenant, OrderId order, String location, StockEffect effect) {
        one(
                        tenant,
                        order,
                        effect,
                        handle.createUpdate(dialect.insertOrAdd(
                                "wa_reservation",
                                "(tenant_id, order_id, line_no, variant_id, location, quantity, consumed, released)"
                                        + " VALUES (:tenant, :order, :line, :variant, :location, :quantity, 0, 0)",
                                "tenant_id, order_id, line_no, variant_id",
                                "quantity")))
                .bind("location", location)
                .bind("quantity", effect.quantity())
                .execute();
    }

    /** Notes that promised pieces were handed over. Returns false if so many are not promised. */
    public boolean consume(Handle handle, TenantId tenant, OrderId order, StockEffect effect) {
        return take(handle, tenant, order, effect, "consumed");
    }

    /** Notes that promised pieces were given back. Returns false if so many are not promised. */
    public boolean release(Handle handle, TenantId tenant, OrderId order, StockEffect effect) {
        return take(handle, tenant, order, effect, "released");
    }

    private static boolean take(Handle handle, TenantId tenant, OrderId order, StockEffect effect, String column) {
        return one(
                                tenant,
                                order,
                                effect,
                                handle.createUpdate("UPDATE wa_reservation SET " + column + " = " + column
                                        + " + :quantity" + ONE + " AND quantity - consumed - released >= :quantity"))
                        .bind("quantity", effect.quantity())
                        .execute()
                == 1;
    }

    /** Whether pieces were handed over to a line, from counted stock. */
    public boolean isConsumed(Handle handle, TenantId tenant, OrderId order, StockEffect effect) {
        return one(
                        tenant,
                        order,
                        effect,
                        handle.createQuery("SELECT 1 FROM wa_reservation" + ONE + " AND consumed > 0"))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static <S extends SqlStatement<S>> S one(TenantId tenant, OrderId order, StockEffect effect, S statement) {
        return statement
                .bind("tenant", tenant.value())
                .bind("order", order.value())
                .bind("line", effect.line())
                .bind("variant", effect.variant().value());
    }

    /** The rows of an order. */
    public List<Reservation> list(Handle handle, TenantId tenant, OrderId order) {
        return handle.createQuery("""
                        SELECT line_no, variant_id, location, quantity, consumed, released FROM wa_reservation
                        WHERE tenant_id = :tenant AND order_id = :order ORDER BY line_no, variant_id
                        """)
                .bind("tenant", tenant.value())
                .bind("order", order.value())
                .map((row, context) -> new Reservation(
                        row.getInt("line_no"),
                        new VariantId(row.getLong("variant_id")),
                        row.getString("location"),
                        row.getInt("quantity"),
                        row.getInt("consumed"),
                        row.getInt("released")))
                .list();
    }
}
