package dev.wakit.catalog.order;

import dev.wakit.TenantId;
import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.message.OrderNews;
import dev.wakit.catalog.message.ShopMessageKind;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.stock.StockEffect;
import dev.wakit.catalog.stock.StockEffect.Kind;
import dev.wakit.catalog.store.OrderStore;
import dev.wakit.catalog.store.SaveResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The orders of one tenant. Thread-safe.
 *
 * <pre>{@code
 * Order order = orders.place(draft, CommandContext.of("cart-17", "shop"));
 * order = orders.apply(order.id(), new OrderCommand.Confirm(), CommandContext.of("confirm-17", "anna"));
 * }</pre>
 *
 * <p>Everything that is done to an order carries a command id: the same id again changes nothing, so that a caller may repeat what it
 * is unsure of.
 *
 * @since 0.1
 */
public final class Orders {

    private static final int REPEATS = 100;

    private final TenantId tenant;
    private final OrderStore store;
    private final InstantSource clock;
    private final LongSupplier ids;
    private final OrderSettings settings;
    private final Set<ShopMessageKind> told;
    private final OrderMachine machine;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Orders(
            TenantId tenant,
            OrderStore store,
            InstantSource clock,
            LongSupplier ids,
            OrderSettings settings,
            Set<ShopMessageKind> told) {
        this.tenant = tenant;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
        this.told = Set.copyOf(told);
        this.machine = new OrderMachine(settings.pricing(), settings.payment());
    }

    /**
     * Places an order, once for each origin.
     *
     * @return the new order, or the one that was placed before with the same origin
     * @throws dev.wakit.catalog.OutOfStockException if stock is reserved on placement, and there is too little
     * @throws InvalidOrderException if the total would be below nothing
     */
    public Order place(OrderDraft draft, CommandContext context) {
        return place(draft, context, settings.reserve() == ReservePolicy.ON_PLACEMENT);
    }

    /**
     * Like {@link #place}, but reserves nothing, whatever the settings: for an order that must be kept although there is too little.
     * Confirming it reserves.
     */
    public Order placeUnreserved(OrderDraft draft, CommandContext context) {
        return place(draft, context, false);
    }

    private Order place(OrderDraft draft, CommandContext context, boolean reserves) {
        Instant now = clock.instant();
        Order order = priced(order(draft, now, reserves));
        if (order.totals().total().isNegative()) {
            throw new InvalidOrderException(
                    "adjustments",
                    "make the total " + order.totals().total()
                            + ". Lower the discount, so that it is nothing or more.");
        }
        var placed = new OrderEvent(
                1, OrderEventKind.PLACED, context.actor(), context.commandId(), now, OrderHistory.placed(order));
        return store.insert(
                order,
                settings.numbers().at(now, settings.zone()),
                placed,
                OrderNews.placed(order, placed, told),
                reservations(order));
    }

    /** What an order would cost if it were placed now; nothing is written. */
    public OrderTotals quote(OrderDraft draft) {
        return priced(order(draft, clock.instant(), false)).totals();
    }

    private Order order(OrderDraft draft, Instant now, boolean reserves) {
        var head = new OrderHead(
                tenant,
                new OrderId(ids.getAsLong()),
                "",
                draft.origin(),
                draft.currency(),
                draft.taxIncluded(),
                draft.location(),
                now);
        Instant expiresAt = settings.expiresAfter().isZero() ? Instant.EPOCH : now.plus(settings.expiresAfter());
        return new Order(
                head,
                draft.buyer(),
                OrderStatus.PENDING,
                "",
                reserves,
                draft.lines(),
                draft.adjustments(),
                List.of(),
                List.of(),
                draft.fields(),
                expiresAt,
                now,
                1,
                1);
    }

    private Order priced(Order order) {
        if (settings.pricing().isManual()) {
            return order;
        }
        List<Adjustment> adjustments = settings.pricing()
                .adjust(new PricedOrder(
                        order.head().currency(), order.head().taxIncluded(), order.lines(), order.buyer()));
        MoneyMoves.check(order.head().currency(), adjustments);
        return order.withAdjustments(adjustments);
    }

    private static List<StockEffect> reservations(Order order) {
        if (!order.isReserved()) {
            return List.of();
        }
        return order.lines().stream()
                .filter(line -> !line.item().variant().equals(LineItem.NO_VARIANT) && line.open() > 0)
                .map(line ->
                        new StockEffect(Kind.RESERVE, line.number(), line.item().variant(), line.open()))
                .toList();
    }

    /**
     * Does something to an order, once for each command id.
     *
     * @return the order as it stands now
     * @throws NotFoundException if there is no such order
     * @throws StaleVersionException if the context names a version that the order no longer has
     * @throws dev.wakit.catalog.OrderStateException if the order does not stand where this is possible
     * @throws InvalidOrderException if a value of the command is not possible
     * @throws dev.wakit.catalog.OutOfStockException if there is too little of something
     */
    public Order apply(OrderId id, OrderCommand command, CommandContext context) {
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            Order read = get(id);
            if (store.isDone(tenant, id, context.commandId())) {
                return get(id);
            }
            if (context.expectedVersion() != 0 && context.expectedVersion() != read.version()) {
                throw new StaleVersionException("order " + read.number(), context.expectedVersion());
            }
            OrderChange made = machine.apply(read, command, context, clock.instant());
            OrderChange change = made.telling(OrderNews.changed(made, told));
            SaveResult saved = change.isEmpty() ? SaveResult.DONE : store.save(change);
            if (saved == SaveResult.DONE) {
                return change.after();
            }
            if (saved == SaveResult.FOREIGN_PAYMENT) {
                throw new InvalidOrderException(
                        "payment.reference", "belongs to another order. A reference stands for one payment.");
            }
        }
        throw new StaleVersionException("order " + id, context.expectedVersion());
    }

    /** Calls off orders whose time has run out. Returns how many; fewer than the limit means that none is left. */
    public int expire(int limit) {
        List<Order> expired = store.expired(tenant, clock.instant(), limit);
        expired.forEach(order ->
                apply(order.id(), new OrderCommand.Expire(), CommandContext.of("expire-" + order.version(), "expiry")));
        return expired.size();
    }

    /**
     * The order with this id.
     *
     * @throws NotFoundException if there is none
     */
    public Order get(OrderId id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFoundException("order " + id));
    }

    /** The order with this number. */
    public Optional<Order> find(String number) {
        return store.findByNumber(tenant, number);
    }

    /** A page of orders, the newest first. */
    public List<Order> list(OrderQuery query) {
        return store.list(tenant, query);
    }

    /** Everything that happened to an order. */
    public List<OrderEvent> history(OrderId id) {
        return store.history(tenant, id);
    }

    /**
     * Adds a note, once for each command id.
     *
     * @throws NotFoundException if there is no such order
     */
    public void addNote(OrderId id, String text, CommandContext context) {
        var note = new OrderNote(context.actor(), text, context.commandId(), clock.instant());
        if (!store.addNote(tenant, id, note)) {
            throw new NotFoundException("order " + id);
        }
    }

    /** The notes of an order, the oldest first. */
    public List<OrderNote> notes(OrderId id) {
        return store.notes(tenant, id);
    }

    /** Forgets a person, whose orders stay with their quantities, amounts and history. Returns how many orders were theirs. */
    public int erase(String contact) {
        return store.erase(tenant, contact);
    }

    /** What a variant costs now, as a line of a draft. */
    public OrderDraft.Builder add(OrderDraft.Builder draft, Product product, Variant variant, int quantity) {
        return draft.addLine(
                LineItem.of(product, variant), quantity, variant.spec().priceAt(clock.instant()));
    }
}
