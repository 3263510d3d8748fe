package dev.wakit.store.jdbc.internal.stock;

import dev.wakit.TenantId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.stock.StockMovement;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_stock_movement}. Thread-safe. */
public final class MovementTable {

    private final Dialect dialect;

    /** For a database. */
    public MovementTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a row. Returns false if its command is there. */
    public boolean insert(Handle handle, TenantId tenant, StockMovement movement) {
        return handle.createUpdate(dialect.insertNew("""
                                wa_stock_movement (tenant_id, variant_id, location, kind, quantity, reference, command_id, at)
                                VALUES (:tenant, :variant, :location, :kind, :quantity, :reference, :command, :at)
                                """, "tenant_id, command_id"))
                        .bind("tenant", tenant.value())
                        .bind("variant", movement.variant().value())
                        .bind("location", movement.location())
                        .bind("kind", movement.kind().name())
                        .bind("quantity", movement.quantity())
                        .bind("reference", movement.reference())
                        .bind("command", movement.commandId())
                        .bind("at", movement.at().toEpochMilli())
                        .execute()
                == 1;
    }

    /** The rows of a variant, the newest first. */
    public List<StockMovement> list(Handle handle, TenantId tenant, VariantId variant, int limit) {
        return handle.createQuery("""
                        SELECT location, kind, quantity, reference, command_id, at FROM wa_stock_movement
                        WHERE tenant_id = :tenant AND variant_id = :variant ORDER BY at DESC, command_id DESC LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("variant", variant.value())
                .bind("limit", limit)
                .map((row, context) -> new StockMovement(
                        variant,
                        row.getString("location"),
                        MovementKind.valueOf(row.getString("kind")),
                        row.getInt("quantity"),
                        row.getString("reference"),
                        row.getString("command_id"),
                        Values.time(row, "at")))
                .list();
    }
}
