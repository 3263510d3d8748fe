package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.CatalogException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderHistory;
import dev.wakit.catalog.order.OrderSummary;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.stock.Reservation;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.stock.StockMovement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random commands on orders that share little stock: rows, history, reservations, movements and stock always say the same.
 *
 * <p>{@code -Dwakit.store.sequences} says how many orders; 25 by default.
 *
 * @since 0.1
 */
public abstract class OrderSequenceContract extends CatalogFixture {

    private static final int ORDERS = Integer.getInteger("wakit.store.sequences", 25);
    private static final int COMMANDS = 14;
    private static final int ON_HAND = 5;

    /** For subclasses. */
    protected OrderSequenceContract() {}

    @Test
    void rowsHistoryAndStockAgreeAfterEveryCommand() {
        var random = new SplittableRandom(20_260_301);
        List<Product> products = List.of(stocked(ON_HAND), stocked(ON_HAND), product("not-counted"));
        var orders = new ArrayList<Order>();
        int done = 0;
        Set<String> refusals = new HashSet<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(shop().orders().place(order(random, i, products), command()));
            for (int n = 0; n < COMMANDS; n++) {
                int which = random.nextInt(Math.max(0, orders.size() - 5), orders.size());
                Order before = orders.get(which);
                String as = "order " + which + " command " + i + "/" + n;
                try {
                    Order after = shop().orders()
                            .apply(before.id(), command(random, before), CommandContext.of("c-" + i + "-" + n, "dice"));
                    orders.set(which, after);
                    done++;
                } catch (CatalogException refused) {
                    refusals.add(refused.getClass().getSimpleName());
                }
                checkOrder(orders.get(which), as);
            }
            checkStock(products, orders, "after order " + i);
        }

        assertThat(done).isGreaterThan(ORDERS * COMMANDS / 6);
        assertThat(refusals).contains("OutOfStockException", "OrderStateException", "InvalidOrderException");
    }

    private static OrderDraft order(SplittableRandom random, int number, List<Product> products) {
        OrderDraft.Builder draft = draft("sequence-" + number);
        int lines = 1 + random.nextInt(3);
        for (int line = 0; line < lines; line++) {
            Product product = products.get(random.nextInt(products.size()));
            draft.addLine(LineItem.of(product, only(product)), 1 + random.nextInt(4), TEN);
        }
        return draft.build();
    }

    private static OrderCommand command(SplittableRandom random, Order order) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new OrderCommand.Confirm();
            case 3, 4 -> new OrderCommand.Ship(some(random, order), Tracking.NONE);
            case 5 -> new OrderCommand.CancelQuantity(some(random, order), "sold out");
            case 6 -> new OrderCommand.Cancel("changed");
            case 7 -> new OrderCommand.TakeBack(some(random, order), random.nextBoolean());
            case 8 -> new OrderCommand.Complete();
            default ->
                new OrderCommand.Pay(
                        random.nextInt(3) == 0 ? PaymentKind.REFUND : PaymentKind.CAPTURE,
                        Money.ofMinor(1 + random.nextInt(4_000), "USD"),
                        "bank",
                        order.number() + "-" + random.nextInt(4),
                        PaymentState.SUCCEEDED);
        };
    }

    private static TreeMap<Integer, Integer> some(SplittableRandom random, Order order) {
        var pieces = new TreeMap<Integer, Integer>();
        pieces.put(1 + random.nextInt(order.lines().size()), 1 + random.nextInt(2));
        return pieces;
    }

    private void checkOrder(Order order, String as) {
        Order stored = shop().orders().get(order.id());
        assertThat(stored).as(as).isEqualTo(order);
        assertThat(OrderHistory.replay(shop().orders().history(order.id())))
                .as(as)
                .isEqualTo(OrderSummary.of(stored));
    }

    private void checkStock(List<Product> products, List<Order> orders, String as) {
        for (Product product : products.subList(0, 2)) {
            StockLevel level = level(product);
            int moved = shop().stock().movements(only(product).id(), 10_000).stream()
                    .mapToInt(StockMovement::quantity)
                    .sum();
            int held = orders.stream()
                    .flatMap(order -> stores().stock().reservations(TENANT, order.id()).stream())
                    .filter(reservation -> reservation.variant().equals(level.variant()))
                    .mapToInt(Reservation::held)
                    .sum();
            assertThat(level.stocked()).as(as).isEqualTo(moved);
            assertThat(level.reserved()).as(as).isEqualTo(held).isBetween(0, level.stocked());
        }
    }
}
