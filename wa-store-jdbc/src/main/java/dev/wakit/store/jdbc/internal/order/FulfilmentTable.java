package dev.wakit.store.jdbc.internal.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.Fulfilment;
import dev.wakit.catalog.order.FulfilmentState;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_fulfilment} and {@code wa_fulfilment_item}. Thread-safe. */
public final class FulfilmentTable {

    private final Dialect dialect;

    /** For a database. */
    public FulfilmentTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds and changes what is different. */
    public void update(Handle handle, Order before, Order after) {
        for (int i = 0; i < after.fulfilments().size(); i++) {
            Fulfilment fulfilment = after.fulfilments().get(i);
            if (i >= before.fulfilments().size()) {
                insert(handle, after, fulfilment);
            } else if (!fulfilment.equals(before.fulfilments().get(i))) {
                bind(handle.createUpdate("""
                                UPDATE wa_fulfilment SET carrier = :carrier, tracking_number = :tracking,
                                    tracking_url = :url, state = :state, delivered_at = :delivered
                                WHERE tenant_id = :tenant AND order_id = :order AND place = :place
                                """), after, fulfilment).execute();
            }
        }
    }

    private static void insert(Handle handle, Order order, Fulfilment fulfilment) {
        bind(handle.createUpdate("""
                        INSERT INTO wa_fulfilment (tenant_id, order_id, place, carrier, tracking_number, tracking_url, state,
                            shipped_at, delivered_at)
                        VALUES (:tenant, :order, :place, :carrier, :tracking, :url, :state, :shipped, :delivered)
                        """), order, fulfilment)
                .bind("shipped", fulfilment.shippedAt().toEpochMilli())
                .execute();
        fulfilment
                .quantities()
                .forEach((line, quantity) -> Children.of(handle.createUpdate("""
                        INSERT INTO wa_fulfilment_item (tenant_id, order_id, place, line_no, quantity)
                        VALUES (:tenant, :order, :place, :line, :quantity)
                        """), order)
                        .bind("place", fulfilment.number())
                        .bind("line", line)
                        .bind("quantity", quantity)
                        .execute());
    }

    private static Update bind(Update update, Order order, Fulfilment fulfilment) {
        return Children.of(update, order)
                .bind("place", fulfilment.number())
                .bind("carrier", Values.textOrNull(fulfilment.tracking().carrier()))
                .bind("tracking", Values.textOrNull(fulfilment.tracking().number()))
                .bind("url", Values.textOrNull(fulfilment.tracking().url()))
                .bind("state", fulfilment.state().name())
                .bind("delivered", Values.millisOrNull(fulfilment.deliveredAt()));
    }

    /** The shipments of an order. */
    public List<Fulfilment> list(Handle handle, Order order) {
        var quantities = new HashMap<Integer, SortedMap<Integer, Integer>>();
        Children.of(
                        handle.createQuery(
                                "SELECT place, line_no, quantity FROM wa_fulfilment_item" + Children.OF_ORDER),
                        order)
                .map((row, context) -> List.of(row.getInt("place"), row.getInt("line_no"), row.getInt("quantity")))
                .forEach(item -> quantities
                        .computeIfAbsent(item.get(0), place -> new TreeMap<>())
                        .put(item.get(1), item.get(2)));
        return Children.of(
                        handle.createQuery("SELECT * FROM wa_fulfilment" + Children.OF_ORDER + " ORDER BY place"),
                        order)
                .map((row, context) -> new Fulfilment(
                        row.getInt("place"),
                        quantities.getOrDefault(row.getInt("place"), new TreeMap<>(Map.of())),
                        new Tracking(
                                Values.text(row, "carrier"),
                                Values.text(row, "tracking_number"),
                                Values.text(row, "tracking_url")),
                        FulfilmentState.valueOf(row.getString("state")),
                        Values.time(row, "shipped_at"),
                        Values.time(row, "delivered_at")))
                .list();
    }

    /** Forgets how to follow shipments. */
    public void erase(Handle handle, TenantId tenant, Collection<Long> orders) {
        handle.createUpdate("UPDATE wa_fulfilment SET tracking_number = NULL, tracking_url = NULL"
                        + " WHERE tenant_id = :tenant AND " + dialect.inNumbers("order_id", "orders"))
                .bind("tenant", tenant.value())
                .bind("orders", dialect.numbers(orders))
                .execute();
    }
}
