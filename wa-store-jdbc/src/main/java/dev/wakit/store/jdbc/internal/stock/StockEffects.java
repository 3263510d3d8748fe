package dev.wakit.store.jdbc.internal.stock;

import dev.wakit.TenantId;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.stock.StockEffect;
import dev.wakit.catalog.stock.StockMovement;
import dev.wakit.store.jdbc.internal.product.VariantCounterTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Does to stock what an order does. Thread-safe. */
public final class StockEffects {

    private final StockTable levels;
    private final MovementTable movements;
    private final ReservationTable reservations;
    private final VariantCounterTable counters;

    /** Over tables. */
    public StockEffects(
            StockTable levels, MovementTable movements, ReservationTable reservations, VariantCounterTable counters) {
        this.levels = levels;
        this.movements = movements;
        this.reservations = reservations;
        this.counters = counters;
    }

    /**
     * Does them, in the order of variants, so that two orders of the same variants cannot wait for each other. What is given back comes
     * before what is promised, which may need it.
     *
     * @throws OutOfStockException if there is too little of something
     */
    public void apply(Handle handle, Order order, List<StockEffect> effects) {
        effects.stream()
                .sorted(Comparator.comparing(StockEffect::variant)
                        .thenComparing(effect -> effect.kind() != StockEffect.Kind.RELEASE)
                        .thenComparing(StockEffect::line))
                .forEach(effect -> apply(handle, order, effect));
        Map<VariantId, Long> sold = effects.stream()
                .filter(effect -> effect.kind() == StockEffect.Kind.CONSUME)
                .collect(Collectors.groupingBy(StockEffect::variant, Collectors.summingLong(StockEffect::quantity)));
        counters.add(handle, order.head().tenant(), ProductCounter.SOLD, sold);
    }

    /** Counts the pieces of a new order. */
    public void countOrdered(Handle handle, Order order, Map<VariantId, Long> ordered) {
        counters.add(handle, order.head().tenant(), ProductCounter.ORDERED, ordered);
    }

    private void apply(Handle handle, Order order, StockEffect effect) {
        switch (effect.kind()) {
            case RESERVE -> reserve(handle, order, effect);
            case RELEASE -> release(handle, order, effect);
            case CONSUME -> consume(handle, order, effect);
            case RESTOCK -> restock(handle, order, effect);
        }
    }

    private void reserve(Handle handle, Order order, StockEffect effect) {
        TenantId tenant = order.head().tenant();
        String location = order.head().location();
        if (levels.reserve(handle, tenant, effect.variant(), location, effect.quantity())) {
            reservations.add(handle, tenant, order.id(), location, effect);
        } else if (levels.isCounted(handle, tenant, effect.variant(), location)) {
            throw new OutOfStockException(effect.variant(), effect.quantity());
        }
    }

    private void release(Handle handle, Order order, StockEffect effect) {
        TenantId tenant = order.head().tenant();
        if (reservations.release(handle, tenant, order.id(), effect)) {
            boolean isDone = levels.release(
                    handle, tenant, effect.variant(), order.head().location(), effect.quantity());
            requireLevel(isDone, effect);
        }
    }

    private void consume(Handle handle, Order order, StockEffect effect) {
        TenantId tenant = order.head().tenant();
        if (!reservations.consume(handle, tenant, order.id(), effect)) {
            return;
        }
        String location = order.head().location();
        if (!levels.consume(handle, tenant, effect.variant(), location, effect.quantity())) {
            throw new OutOfStockException(effect.variant(), effect.quantity());
        }
        movements.insert(handle, tenant, movement(order, effect, MovementKind.SOLD, -effect.quantity()));
    }

    private void restock(Handle handle, Order order, StockEffect effect) {
        TenantId tenant = order.head().tenant();
        if (!reservations.isConsumed(handle, tenant, order.id(), effect)) {
            return;
        }
        String location = order.head().location();
        requireLevel(levels.move(handle, tenant, effect.variant(), location, effect.quantity()), effect);
        movements.insert(handle, tenant, movement(order, effect, MovementKind.RETURNED, effect.quantity()));
    }

    private static StockMovement movement(Order order, StockEffect effect, MovementKind kind, int quantity) {
        return new StockMovement(
                effect.variant(),
                order.head().location(),
                kind,
                quantity,
                order.number(),
                "order " + order.id() + " " + order.version() + " " + effect.line(),
                order.updatedAt());
    }

    private static void requireLevel(boolean isThere, StockEffect effect) {
        if (!isThere) {
            throw new IllegalStateException("Pieces of variant " + effect.variant()
                    + " are promised, and its stock does not know. Was a row changed by hand?");
        }
    }
}
