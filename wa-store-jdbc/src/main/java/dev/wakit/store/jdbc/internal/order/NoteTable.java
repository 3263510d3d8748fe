package dev.wakit.store.jdbc.internal.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderNote;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_order_note}. Thread-safe. */
public final class NoteTable {

    private final Dialect dialect;
    private final ColumnCipher cipher;

    /** For a database. */
    public NoteTable(Dialect dialect, ColumnCipher cipher) {
        this.dialect = dialect;
        this.cipher = cipher;
    }

    /** Adds a note, unless its command is there. */
    public void insert(Handle handle, TenantId tenant, OrderId order, OrderNote note) {
        handle.createUpdate(dialect.insertNew("""
                        wa_order_note (tenant_id, order_id, command_id, author, text, at)
                        VALUES (:tenant, :order, :command, :author, :text, :at)
                        """, "tenant_id, order_id, command_id"))
                .bind("tenant", tenant.value())
                .bind("order", order.value())
                .bind("command", note.commandId())
                .bind("author", note.author())
                .bind("text", texts(tenant, order).seal("text", note.text()))
                .bind("at", note.at().toEpochMilli())
                .execute();
    }

    private ColumnCipher.Row texts(TenantId tenant, OrderId order) {
        return cipher.row("wa_order_note", tenant, order.value());
    }

    /** The notes of an order. */
    public List<OrderNote> list(Handle handle, TenantId tenant, OrderId order) {
        return handle.createQuery("SELECT * FROM wa_order_note" + Children.OF_ORDER + " ORDER BY at, command_id")
                .bind("tenant", tenant.value())
                .bind("order", order.value())
                .map((row, context) -> new OrderNote(
                        row.getString("author"),
                        texts(tenant, order).text(row, "text"),
                        row.getString("command_id"),
                        Values.time(row, "at")))
                .list();
    }

    /** Removes the notes of orders. */
    public void delete(Handle handle, TenantId tenant, Collection<Long> orders) {
        handle.createUpdate("DELETE FROM wa_order_note WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("order_id", "orders"))
                .bind("tenant", tenant.value())
                .bind("orders", dialect.numbers(orders))
                .execute();
    }
}
