package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.order.NumberSeries;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderChange;
import dev.wakit.catalog.order.OrderEvent;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderNote;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.stock.StockEffect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Orders, with their lines, payments, shipments, history and what they do to stock.
 *
 * @since 0.1
 */
public interface OrderStore {

    /**
     * Adds an order with the next number of a series, its first event, what is told about it and what it does to stock, and counts its pieces as ordered; all
     * in one transaction. An order of the same origin is left alone.
     *
     * @return the order of this origin, with its number: this one, or the one that was there
     * @throws dev.wakit.catalog.OutOfStockException if there is too little of something; then nothing was written
     */
    Order insert(
            Order order, NumberSeries series, OrderEvent placed, List<ShopMessage> messages, List<StockEffect> effects);

    /**
     * Writes what a command made of an order, what is told about it and what it does to stock, in one transaction. Pieces that are handed over are counted as
     * sold. Stock that is not counted, and pieces that were not reserved, are passed over.
     *
     * @param change not empty
     * @throws dev.wakit.catalog.OutOfStockException if there is too little of something; then nothing was written
     */
    SaveResult save(OrderChange change);

    /** Whether a command was written. */
    boolean isDone(TenantId tenant, OrderId id, String commandId);

    /** The order of this tenant with this id. */
    Optional<Order> find(TenantId tenant, OrderId id);

    /** The order of this tenant with this number. */
    Optional<Order> findByNumber(TenantId tenant, String number);

    /** The order of this tenant with this origin. */
    Optional<Order> findByOrigin(TenantId tenant, OrderOrigin origin);

    /** A page of orders, the newest first. */
    List<Order> list(TenantId tenant, OrderQuery query);

    /** Orders that wait to be confirmed and whose time has run out, the longest due first. */
    List<Order> expired(TenantId tenant, Instant now, int limit);

    /** The whole history of an order. */
    List<OrderEvent> history(TenantId tenant, OrderId id);

    /** Adds a note, once for each command id of an order. Returns whether the order is there. */
    boolean addNote(TenantId tenant, OrderId id, OrderNote note);

    /** The notes of an order, the oldest first. */
    List<OrderNote> notes(TenantId tenant, OrderId id);

    /**
     * Forgets a person: buyer, notes, fields and tracking numbers of all their orders. Quantities, amounts and history stay.
     *
     * @return how many orders were theirs
     */
    int erase(TenantId tenant, String contact);
}
