package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.Reservation;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.stock.StockMovement;
import dev.wakit.catalog.store.MoveResult;
import dev.wakit.catalog.store.StockStore;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.stock.MovementTable;
import dev.wakit.store.jdbc.internal.stock.ReservationTable;
import dev.wakit.store.jdbc.internal.stock.StockTable;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stock over JDBC. Thread-safe. */
public final class JdbcStockStore implements StockStore {

    private final Database database;
    private final StockTable levels;
    private final MovementTable movements;
    private final ReservationTable reservations;

    /** Over a database. */
    public JdbcStockStore(
            Database database, StockTable levels, MovementTable movements, ReservationTable reservations) {
        this.database = database;
        this.levels = levels;
        this.movements = movements;
        this.reservations = reservations;
    }

    @Override
    public boolean configure(TenantId tenant, StockLevel level) {
        return database.write(
                "configure stock",
                handle -> levels.insert(handle, tenant, level) || levels.configure(handle, tenant, level));
    }

    @Override
    public MoveResult move(TenantId tenant, StockMovement movement) {
        try {
            return database.write("move stock", handle -> move(handle, tenant, movement));
        } catch (Refused refused) {
            return refused.result;
        }
    }

    private MoveResult move(Handle handle, TenantId tenant, StockMovement movement) {
        if (!movements.insert(handle, tenant, movement)) {
            return MoveResult.REPEATED;
        }
        if (!levels.move(handle, tenant, movement.variant(), movement.location(), movement.quantity())) {
            throw new Refused(
                    levels.isCounted(handle, tenant, movement.variant(), movement.location())
                            ? MoveResult.TOO_FEW
                            : MoveResult.NOT_COUNTED);
        }
        return MoveResult.DONE;
    }

    @Override
    public List<StockLevel> levels(TenantId tenant, Collection<VariantId> variants) {
        return database.read("read stock", handle -> levels.levels(handle, tenant, variants));
    }

    @Override
    public List<StockMovement> movements(TenantId tenant, VariantId variant, int limit) {
        return database.read("read movements of stock", handle -> movements.list(handle, tenant, variant, limit));
    }

    @Override
    public List<Reservation> reservations(TenantId tenant, OrderId order) {
        return database.read("read reservations", handle -> reservations.list(handle, tenant, order));
    }

    /** Ends a transaction that must leave no trace. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final MoveResult result;

        Refused(MoveResult result) {
            this.result = result;
        }
    }
}
