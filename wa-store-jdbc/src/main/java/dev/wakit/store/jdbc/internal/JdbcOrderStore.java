package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.NumberSeries;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderChange;
import dev.wakit.catalog.order.OrderEvent;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderNote;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.StockEffect;
import dev.wakit.catalog.store.OrderStore;
import dev.wakit.catalog.store.SaveResult;
import dev.wakit.store.jdbc.internal.message.MessageTable;
import dev.wakit.store.jdbc.internal.order.EventTable;
import dev.wakit.store.jdbc.internal.order.NoteTable;
import dev.wakit.store.jdbc.internal.order.NumberTable;
import dev.wakit.store.jdbc.internal.order.OrderParts;
import dev.wakit.store.jdbc.internal.order.OrderTable;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.stock.StockEffects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Orders over JDBC. Thread-safe. */
public final class JdbcOrderStore implements OrderStore {

    private final Database database;
    private final OrderTable orders;
    private final OrderParts parts;
    private final NumberTable numbers;
    private final NoteTable notes;
    private final EventTable events = new EventTable();
    private final StockEffects stock;
    private final MessageTable messages;

    /** Over a database. */
    public JdbcOrderStore(Database database, StockEffects stock, MessageTable messages, ColumnCipher cipher) {
        this.database = database;
        this.orders = new OrderTable(database.dialect(), cipher);
        this.parts = new OrderParts(database.dialect());
        this.numbers = new NumberTable(database.dialect());
        this.notes = new NoteTable(database.dialect(), cipher);
        this.stock = stock;
        this.messages = messages;
    }

    @Override
    public Order insert(
            Order order, NumberSeries series, OrderEvent placed, List<ShopMessage> told, List<StockEffect> effects) {
        OrderOrigin origin = order.head().origin();
        TenantId tenant = order.head().tenant();
        Optional<Order> known = findByOrigin(tenant, origin);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return database.write("place an order", handle -> insert(handle, order, series, placed, told, effects));
        } catch (Refused anotherWasFirst) {
            return findByOrigin(tenant, origin)
                    .orElseThrow(() -> new IllegalStateException(
                            "An order with the next number is there already. Was the series changed by hand?"));
        }
    }

    private Order insert(
            Handle handle,
            Order order,
            NumberSeries series,
            OrderEvent placed,
            List<ShopMessage> told,
            List<StockEffect> effects) {
        String number = numbers.next(handle, order.head().tenant(), series);
        Order numbered = order.numbered(number);
        if (!orders.insert(handle, numbered)) {
            throw new Refused(SaveResult.REPEATED);
        }
        parts.insert(handle, numbered);
        events.insert(handle, numbered, List.of(placed));
        messages.insert(handle, told);
        stock.apply(handle, numbered, effects);
        Map<VariantId, Long> ordered = numbered.lines().stream()
                .filter(line -> !line.item().variant().equals(LineItem.NO_VARIANT))
                .collect(Collectors.groupingBy(
                        line -> line.item().variant(), Collectors.summingLong(OrderLine::quantity)));
        stock.countOrdered(handle, numbered, ordered);
        return numbered;
    }

    @Override
    public SaveResult save(OrderChange change) {
        try {
            return database.write("change an order", handle -> {
                save(handle, change);
                return SaveResult.DONE;
            });
        } catch (Refused refused) {
            return refused.result;
        }
    }

    private void save(Handle handle, OrderChange change) {
        Order after = change.after();
        String command = change.events().get(0).commandId();
        if (events.contains(handle, after.head().tenant(), after.id(), command)) {
            throw new Refused(SaveResult.REPEATED);
        }
        if (!orders.update(handle, after)) {
            throw new Refused(SaveResult.STALE);
        }
        if (!parts.update(handle, change.before(), after)) {
            throw new Refused(SaveResult.FOREIGN_PAYMENT);
        }
        events.insert(handle, after, change.events());
        messages.insert(handle, change.messages());
        stock.apply(handle, after, change.effects());
    }

    @Override
    public boolean isDone(TenantId tenant, OrderId id, String commandId) {
        return database.read("find a command", handle -> events.contains(handle, tenant, id, commandId));
    }

    @Override
    public Optional<Order> find(TenantId tenant, OrderId id) {
        return database.read(
                "find an order", handle -> orders.find(handle, tenant, id).map(row -> whole(handle, row)));
    }

    @Override
    public Optional<Order> findByNumber(TenantId tenant, String number) {
        return database.read(
                "find an order by its number",
                handle -> orders.findByNumber(handle, tenant, number).map(row -> whole(handle, row)));
    }

    @Override
    public Optional<Order> findByOrigin(TenantId tenant, OrderOrigin origin) {
        return database.read(
                "find an order by its origin",
                handle -> orders.findByOrigin(handle, tenant, origin).map(row -> whole(handle, row)));
    }

    // Queries run each on its own, so a change may come between the row and its parts: then both are read again.
    private Order whole(Handle handle, Order row) {
        Order order = parts.read(handle, row);
        Order again = orders.find(handle, row.head().tenant(), row.id()).orElse(row);
        return again.version() == row.version() ? order : whole(handle, again);
    }

    @Override
    public List<Order> list(TenantId tenant, OrderQuery query) {
        return database.read(
                "list orders",
                handle -> orders.list(handle, tenant, query).stream()
                        .map(row -> whole(handle, row))
                        .toList());
    }

    @Override
    public List<Order> expired(TenantId tenant, Instant now, int limit) {
        return database.read(
                "find expired orders",
                handle -> orders.expired(handle, tenant, now, limit).stream()
                        .map(row -> whole(handle, row))
                        .toList());
    }

    @Override
    public List<OrderEvent> history(TenantId tenant, OrderId id) {
        return database.read("read the history of an order", handle -> events.list(handle, tenant, id));
    }

    @Override
    public boolean addNote(TenantId tenant, OrderId id, OrderNote note) {
        return database.write("add a note", handle -> {
            boolean isThere = orders.find(handle, tenant, id).isPresent();
            if (isThere) {
                notes.insert(handle, tenant, id, note);
            }
            return isThere;
        });
    }

    @Override
    public List<OrderNote> notes(TenantId tenant, OrderId id) {
        return database.read("read notes", handle -> notes.list(handle, tenant, id));
    }

    @Override
    public int erase(TenantId tenant, String contact) {
        return database.write("erase a person from orders", handle -> {
            List<Long> erased = orders.erase(handle, tenant, contact);
            if (!erased.isEmpty()) {
                notes.delete(handle, tenant, erased);
                parts.erase(handle, tenant, erased);
            }
            return erased.size();
        });
    }

    /** Ends a transaction that must leave no trace. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SaveResult result;

        Refused(SaveResult result) {
            this.result = result;
        }
    }
}
