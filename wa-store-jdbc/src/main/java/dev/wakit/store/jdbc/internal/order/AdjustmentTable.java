package dev.wakit.store.jdbc.internal.order;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Adjustment;
import dev.wakit.catalog.order.AdjustmentKind;
import dev.wakit.catalog.order.Order;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_order_adjustment}. Thread-safe. */
public final class AdjustmentTable {

    /** Writes the adjustments of an order instead of those it had. */
    public void replace(Handle handle, Order order) {
        Children.of(handle.createUpdate("DELETE FROM wa_order_adjustment" + Children.OF_ORDER), order)
                .execute();
        insert(handle, order);
    }

    /** Adds the adjustments of an order. */
    public void insert(Handle handle, Order order) {
        for (int i = 0; i < order.adjustments().size(); i++) {
            Adjustment adjustment = order.adjustments().get(i);
            Children.of(handle.createUpdate("""
                            INSERT INTO wa_order_adjustment (tenant_id, order_id, place, kind, label, amount_minor)
                            VALUES (:tenant, :order, :place, :kind, :label, :amount)
                            """), order)
                    .bind("place", i + 1)
                    .bind("kind", adjustment.kind().name())
                    .bind("label", adjustment.label())
                    .bind("amount", adjustment.amount().minor())
                    .execute();
        }
    }

    /** The adjustments of an order. */
    public List<Adjustment> list(Handle handle, Order order) {
        return Children.of(
                        handle.createQuery("SELECT kind, label, amount_minor FROM wa_order_adjustment"
                                + Children.OF_ORDER + " ORDER BY place"),
                        order)
                .map((row, context) -> new Adjustment(
                        AdjustmentKind.valueOf(row.getString("kind")),
                        row.getString("label"),
                        new Money(row.getLong("amount_minor"), order.head().currency())))
                .list();
    }
}
