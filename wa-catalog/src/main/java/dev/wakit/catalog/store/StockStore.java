package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.Reservation;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.stock.StockMovement;
import java.util.Collection;
import java.util.List;

/**
 * Stock, its movements and what is promised to orders. What orders do to it is written with them, by {@link OrderStore}.
 *
 * @since 0.1
 */
public interface StockStore {

    /**
     * Begins to count a variant at a location, with none on hand, or changes its settings.
     *
     * @param level its numbers are left alone
     * @return false if backorders were to end while more are promised than are on hand; then nothing was written
     */
    boolean configure(TenantId tenant, StockLevel level);

    /** Changes the number on hand, once for each command id of a tenant. */
    MoveResult move(TenantId tenant, StockMovement movement);

    /** The levels of variants at all locations, by variant and location; those that are not counted are left out. */
    List<StockLevel> levels(TenantId tenant, Collection<VariantId> variants);

    /** The movements of a variant at all locations, the newest first. */
    List<StockMovement> movements(TenantId tenant, VariantId variant, int limit);

    /** What is or was promised to an order, by line. */
    List<Reservation> reservations(TenantId tenant, OrderId order);
}
