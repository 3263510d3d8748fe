package dev.wakit.store.jdbc.internal.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.Order;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The lines, the money and the shipments of orders, over their tables. Thread-safe. */
public final class OrderParts {

    private final LineTable lines = new LineTable();
    private final AdjustmentTable adjustments = new AdjustmentTable();
    private final PaymentTable payments;
    private final FulfilmentTable fulfilments;

    /** For a database. */
    public OrderParts(Dialect dialect) {
        this.payments = new PaymentTable(dialect);
        this.fulfilments = new FulfilmentTable(dialect);
    }

    /** Adds the parts of a new order. */
    public void insert(Handle handle, Order order) {
        lines.insert(handle, order);
        adjustments.insert(handle, order);
    }

    /** Writes what is different. Returns false if the reference of a new payment belongs to another one. */
    public boolean update(Handle handle, Order before, Order after) {
        lines.update(handle, before, after);
        if (!after.adjustments().equals(before.adjustments())) {
            adjustments.replace(handle, after);
        }
        fulfilments.update(handle, before, after);
        return payments.update(handle, before, after);
    }

    /** An order with its parts. */
    public Order read(Handle handle, Order row) {
        return new Order(
                row.head(),
                row.buyer(),
                row.status(),
                row.cancelReason(),
                row.isReserved(),
                lines.list(handle, row),
                adjustments.list(handle, row),
                payments.list(handle, row),
                fulfilments.list(handle, row),
                row.fields(),
                row.expiresAt(),
                row.updatedAt(),
                row.events(),
                row.version());
    }

    /** Forgets what leads to a person. */
    public void erase(Handle handle, TenantId tenant, Collection<Long> orders) {
        fulfilments.erase(handle, tenant, orders);
    }
}
