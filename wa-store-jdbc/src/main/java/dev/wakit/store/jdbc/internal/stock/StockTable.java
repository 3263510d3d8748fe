package dev.wakit.store.jdbc.internal.stock;

import dev.wakit.TenantId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sync.SyncItemTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Owner of {@code wa_stock_level}. Thread-safe.
 *
 * <p>Each change is one statement that carries its own condition, so that two transactions never both take the last piece.
 */
public final class StockTable {

    private static final String SELECT =
            "SELECT variant_id, location, stocked, reserved, backorders, buffer FROM wa_stock_level";
    private static final String ONE = " WHERE tenant_id = :tenant AND variant_id = :variant AND location = :location";

    private final Dialect dialect;
    private final SyncItemTable sync;

    /** For a database, with those who want to know when something can be bought, or no longer. */
    public StockTable(Dialect dialect, SyncItemTable sync) {
        this.dialect = dialect;
        this.sync = sync;
    }

    /** Adds a row without stock. Returns false if it is there. */
    public boolean insert(Handle handle, TenantId tenant, StockLevel level) {
        boolean isNew = one(
                                tenant,
                                level.variant(),
                                level.location(),
                                handle.createUpdate(dialect.insertNew("""
                                        wa_stock_level (tenant_id, variant_id, location, stocked, reserved, backorders, buffer)
                                        VALUES (:tenant, :variant, :location, 0, 0, :backorders, :buffer)
                                        """, "tenant_id, variant_id, location")))
                        .bind("backorders", level.backorders() ? 1 : 0)
                        .bind("buffer", level.buffer())
                        .execute()
                == 1;
        return urgentIf(isNew, handle, tenant, level.variant());
    }

    private boolean urgentIf(boolean isChanged, Handle handle, TenantId tenant, VariantId variant) {
        if (isChanged) {
            sync.urgent(handle, tenant, variant);
        }
        return isChanged;
    }

    /** Changes the settings of a row. Returns false if more is promised than would be allowed. */
    public boolean configure(Handle handle, TenantId tenant, StockLevel level) {
        boolean isChanged = one(
                                tenant,
                                level.variant(),
                                level.location(),
                                handle.createUpdate(
                                        "UPDATE wa_stock_level SET backorders = :backorders, buffer = :buffer" + ONE
                                                + " AND (:backorders = 1 OR reserved <= stocked)"))
                        .bind("backorders", level.backorders() ? 1 : 0)
                        .bind("buffer", level.buffer())
                        .execute()
                == 1;
        return urgentIf(isChanged, handle, tenant, level.variant());
    }

    /** Whether a variant is counted at a location. */
    public boolean isCounted(Handle handle, TenantId tenant, VariantId variant, String location) {
        return one(tenant, variant, location, handle.createQuery("SELECT 1 FROM wa_stock_level" + ONE))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Promises pieces. Returns false if too few are left, or the variant is not counted. */
    public boolean reserve(Handle handle, TenantId tenant, VariantId variant, String location, int quantity) {
        boolean isDone = change(handle, tenant, variant, location, quantity, """
                UPDATE wa_stock_level SET reserved = reserved + :quantity%s
                    AND (backorders = 1 OR stocked - reserved >= :quantity)
                """);
        return isDone && look(handle, tenant, variant, location, -quantity);
    }

    /** Takes a promise back. */
    public boolean release(Handle handle, TenantId tenant, VariantId variant, String location, int quantity) {
        boolean isDone = change(handle, tenant, variant, location, quantity, """
                UPDATE wa_stock_level SET reserved = reserved - :quantity%s AND reserved >= :quantity
                """);
        return isDone && look(handle, tenant, variant, location, quantity);
    }

    /** Hands promised pieces over. Returns false if too few are on hand. */
    public boolean consume(Handle handle, TenantId tenant, VariantId variant, String location, int quantity) {
        return change(handle, tenant, variant, location, quantity, """
                UPDATE wa_stock_level SET stocked = stocked - :quantity, reserved = reserved - :quantity%s
                    AND stocked >= :quantity AND reserved >= :quantity
                """);
    }

    /** Changes the number on hand. Returns false if fewer than nothing, or than are promised, would be left. */
    public boolean move(Handle handle, TenantId tenant, VariantId variant, String location, int quantity) {
        boolean isDone = change(handle, tenant, variant, location, quantity, """
                UPDATE wa_stock_level SET stocked = stocked + :quantity%s
                    AND stocked + :quantity >= 0 AND (backorders = 1 OR stocked + :quantity >= reserved)
                """);
        return isDone && look(handle, tenant, variant, location, quantity);
    }

    // The row is locked since it was changed, so that what is read is what this change made of it.
    private boolean look(Handle handle, TenantId tenant, VariantId variant, String location, int more) {
        one(tenant, variant, location, handle.createQuery(SELECT + ONE))
                .map((row, context) -> map(row))
                .findOne()
                .filter(after -> before(after, more).availability() != after.availability())
                .ifPresent(crossed -> sync.urgent(handle, tenant, variant));
        return true;
    }

    private static StockLevel before(StockLevel after, int more) {
        return new StockLevel(
                after.variant(),
                after.location(),
                after.stocked() - more,
                after.reserved(),
                after.backorders(),
                after.buffer());
    }

    private static StockLevel map(ResultSet row) throws SQLException {
        return new StockLevel(
                new VariantId(row.getLong("variant_id")),
                row.getString("location"),
                row.getInt("stocked"),
                row.getInt("reserved"),
                row.getInt("backorders") == 1,
                row.getInt("buffer"));
    }

    private static boolean change(
            Handle handle, TenantId tenant, VariantId variant, String location, int quantity, String sql) {
        return one(tenant, variant, location, handle.createUpdate(sql.formatted(ONE)))
                        .bind("quantity", quantity)
                        .execute()
                == 1;
    }

    private static <S extends SqlStatement<S>> S one(TenantId tenant, VariantId variant, String location, S statement) {
        return statement
                .bind("tenant", tenant.value())
                .bind("variant", variant.value())
                .bind("location", location);
    }

    /** The rows of variants. */
    public List<StockLevel> levels(Handle handle, TenantId tenant, Collection<VariantId> variants) {
        return handle.createQuery(SELECT + " WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("variant_id", "variants") + " ORDER BY variant_id, location")
                .bind("tenant", tenant.value())
                .bind(
                        "variants",
                        dialect.numbers(variants.stream().map(VariantId::value).toList()))
                .map((row, context) -> map(row))
                .list();
    }
}
