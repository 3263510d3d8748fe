package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.store.CatalogStores;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many at once: nothing is sold twice, no number is given twice, no order is placed twice.
 *
 * <p>{@code -Dwakit.race.orders} says how many orders race for half as many pieces; 400 by default.
 *
 * @since 0.1
 */
public abstract class OrderRaceContract extends CatalogFixture {

    private static final int ORDERS = Integer.getInteger("wakit.race.orders", 400);
    private static final int THREADS = 64;

    /** For subclasses. */
    protected OrderRaceContract() {}

    private List<Shop> shops() {
        List<CatalogStores> instances = List.of(stores(), another());
        return instances.stream()
                .map(instance -> shop(instance, TENANT, OrderSettings.DEFAULT))
                .toList();
    }

    @Test
    void neverSellsAPieceTwice() {
        int onHand = ORDERS / 2;
        Product product = stocked(onHand);
        List<Shop> shops = shops();
        List<Callable<Order>> tasks = IntStream.range(0, ORDERS)
                .<Callable<Order>>mapToObj(n -> () -> buy(shops.get(n % 2), product, n))
                .toList();

        List<Order> orders = together(THREADS, tasks);

        assertThat(orders.stream().filter(order -> order.status() == OrderStatus.CONFIRMED))
                .hasSize(onHand);
        assertThat(orders.stream().filter(order -> order.status() == OrderStatus.PENDING))
                .hasSize(ORDERS - onHand);
        assertThat(level(product).reserved()).isEqualTo(onHand);
        assertThat(level(product).available()).isZero();
        assertThat(new HashSet<>(orders.stream().map(Order::number).toList())).hasSize(ORDERS);
        assertThat(shop().products().stats(List.of(only(product).id())).values())
                .containsExactly(new ProductStats(0, 0, ORDERS, 0));
    }

    private static Order buy(Shop shop, Product product, int number) {
        Order order =
                shop.orders().place(draft("race-" + number, product, 1), CommandContext.of("place-" + number, "race"));
        try {
            return shop.orders().apply(order.id(), new OrderCommand.Confirm(), CommandContext.of("confirm", "race"));
        } catch (OutOfStockException soldOut) {
            return shop.orders().get(order.id());
        }
    }

    @Test
    void ofManyWhoPlaceTheSameCartOneOrderIsMade() {
        Product product = product("sku");
        List<Shop> shops = shops();
        List<Callable<Order>> tasks = IntStream.range(0, 40)
                .<Callable<Order>>mapToObj(n -> () -> shops.get(n % 2)
                        .orders()
                        .place(draft("cart-" + n % 4, product, 1), CommandContext.of("place-" + n, "race")))
                .toList();

        List<Order> orders = together(16, tasks);

        assertThat(new HashSet<>(orders)).hasSize(4);
        assertThat(shop().products().stats(List.of(only(product).id())).values())
                .containsExactly(new ProductStats(0, 0, 4, 0));
    }

    @Test
    void noneOfManyPaymentsOfOneOrderIsLostAndNoneIsRepeated() {
        Order order = placed(product("sku"), 1);
        List<Shop> shops = shops();
        List<Callable<Order>> tasks = IntStream.range(0, 48)
                .<Callable<Order>>mapToObj(n -> () -> shops.get(n % 2)
                        .orders()
                        .apply(
                                order.id(),
                                new OrderCommand.Pay(
                                        PaymentKind.CAPTURE,
                                        Money.ofMinor(1, "USD"),
                                        "bank",
                                        "tx-" + n % 16,
                                        PaymentState.SUCCEEDED),
                                CommandContext.of("pay-" + n % 16, "race")))
                .toList();

        together(12, tasks);

        Order paid = shop().orders().get(order.id());
        assertThat(paid.captured()).isEqualTo(Money.ofMinor(16, "USD"));
        assertThat(paid.version()).isEqualTo(17);
        assertThat(shop().orders().history(order.id())).hasSize(17);
    }

    @Test
    void nobodyReadsHalfAChange() {
        Product product = shop().products().create(catalog().id(), sized("shirt", "v1"));
        Order order = placed(product("sku"), 1);
        List<Shop> shops = shops();
        List<Callable<Boolean>> tasks = IntStream.range(0, 120)
                .<Callable<Boolean>>mapToObj(n -> () -> n % 3 == 0
                        ? change(shops.get(n % 2), product, order, n)
                        : isWhole(shops.get(n % 2), product, order))
                .toList();

        assertThat(together(12, tasks)).containsOnly(true);
    }

    private static boolean change(Shop shop, Product product, Order order, int number) {
        shop.orders()
                .apply(
                        order.id(),
                        new OrderCommand.Pay(
                                PaymentKind.CAPTURE, TEN, "bank", "half-" + number, PaymentState.SUCCEEDED),
                        CommandContext.of("half-" + number, "race"));
        try {
            long version = shop.products().get(product.id()).version();
            shop.products().update(product.id(), version, sized("shirt", "v" + (version + 1)));
        } catch (StaleVersionException anotherWasFirst) {
            // Then that one was read.
        }
        return true;
    }

    // Each version of the product has one variant for sale, named after it; each version of the order one payment more.
    private static boolean isWhole(Shop shop, Product product, Order order) {
        Order read = shop.orders().get(order.id());
        Product now = shop.products().get(product.id());
        return read.payments().size() == read.version() - 1
                && now.spec().variants().get(0).retailerId().equals("shirt-v" + now.version());
    }
}
