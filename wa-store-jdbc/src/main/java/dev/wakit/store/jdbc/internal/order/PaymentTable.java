package dev.wakit.store.jdbc.internal.order;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.Payment;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_payment}. Thread-safe. */
public final class PaymentTable {

    private final Dialect dialect;

    /** For a database. */
    public PaymentTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds and changes what is different. Returns false if the reference of a new one belongs to another payment. */
    public boolean update(Handle handle, Order before, Order after) {
        boolean isDone = true;
        for (int i = 0; i < after.payments().size(); i++) {
            Payment payment = after.payments().get(i);
            if (i >= before.payments().size()) {
                isDone &= insert(handle, after, i + 1, payment);
            } else if (!payment.equals(before.payments().get(i))) {
                change(handle, after, i + 1, payment);
            }
        }
        return isDone;
    }

    private boolean insert(Handle handle, Order order, int place, Payment payment) {
        String sql = dialect.insertNew("""
                wa_payment (tenant_id, order_id, place, kind, amount_minor, provider, reference, state, at)
                VALUES (:tenant, :order, :place, :kind, :amount, :provider, :reference, :state, :at)
                """, "tenant_id, provider, reference");
        return Children.of(handle.createUpdate(sql), order)
                        .bind("place", place)
                        .bind("kind", payment.kind().name())
                        .bind("amount", payment.amount().minor())
                        .bind("provider", payment.provider())
                        .bind("reference", payment.reference())
                        .bind("state", payment.state().name())
                        .bind("at", payment.at().toEpochMilli())
                        .execute()
                == 1;
    }

    private static void change(Handle handle, Order order, int place, Payment payment) {
        Children.of(
                        handle.createUpdate("UPDATE wa_payment SET state = :state, at = :at" + Children.OF_ORDER
                                + " AND place = :place"),
                        order)
                .bind("place", place)
                .bind("state", payment.state().name())
                .bind("at", payment.at().toEpochMilli())
                .execute();
    }

    /** The payments of an order. */
    public List<Payment> list(Handle handle, Order order) {
        return Children.of(
                        handle.createQuery("SELECT * FROM wa_payment" + Children.OF_ORDER + " ORDER BY place"), order)
                .map((row, context) -> new Payment(
                        PaymentKind.valueOf(row.getString("kind")),
                        new Money(row.getLong("amount_minor"), order.head().currency()),
                        row.getString("provider"),
                        row.getString("reference"),
                        PaymentState.valueOf(row.getString("state")),
                        Values.time(row, "at")))
                .list();
    }
}
