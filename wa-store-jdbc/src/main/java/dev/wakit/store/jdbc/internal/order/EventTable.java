package dev.wakit.store.jdbc.internal.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderEvent;
import dev.wakit.catalog.order.OrderEventKind;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_order_event}, whose rows are only added. Thread-safe. */
public final class EventTable {

    /** Adds events. */
    public void insert(Handle handle, Order order, List<OrderEvent> events) {
        events.forEach(event -> Children.of(handle.createUpdate("""
                        INSERT INTO wa_order_event (tenant_id, order_id, sequence, kind, actor, command_id, at, data)
                        VALUES (:tenant, :order, :sequence, :kind, :actor, :command, :at, :data)
                        """), order)
                .bind("sequence", event.sequence())
                .bind("kind", event.kind().name())
                .bind("actor", event.actor())
                .bind("command", event.commandId())
                .bind("at", event.at().toEpochMilli())
                .bind("data", Json.writeOrNull(event.data()))
                .execute());
    }

    /** Whether a command is there. */
    public boolean contains(Handle handle, TenantId tenant, OrderId order, String commandId) {
        return handle.createQuery(
                        "SELECT 1 FROM wa_order_event" + Children.OF_ORDER + " AND command_id = :command LIMIT 1")
                .bind("tenant", tenant.value())
                .bind("order", order.value())
                .bind("command", commandId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The events of an order, in order. */
    public List<OrderEvent> list(Handle handle, TenantId tenant, OrderId order) {
        return handle.createQuery("SELECT * FROM wa_order_event" + Children.OF_ORDER + " ORDER BY sequence")
                .bind("tenant", tenant.value())
                .bind("order", order.value())
                .map((row, context) -> new OrderEvent(
                        row.getInt("sequence"),
                        OrderEventKind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        row.getString("command_id"),
                        Values.time(row, "at"),
                        Json.readTexts(row.getString("data"))))
                .list();
    }
}
