package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that takes orders over is killed with {@code kill -9} at random moments, while the webhook of each order comes ten times, in
 * any order: every cart is one order as it was sent, and what is reserved is what open orders wait for.
 */
abstract class OrderKillNine {

    private static final int KILLS = Integer.getInteger("wakit.order.kills", 1);
    private static final int CARTS = 40 + 8 * KILLS;
    private static final int COPIES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Where stock is promised to orders. */
    private static final Set<OrderStatus> OPEN = Set.of(OrderStatus.CONFIRMED, OrderStatus.PROCESSING);

    @TempDir
    private Path folder;

    private Shop shop;
    private VariantId mug;

    abstract Database database(Path folder);

    @Test
    void everyCartIsOneOrderAndReservationsAreTheSumOfOpenOrders() {
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        Database database = database(folder);
        int port = FreePort.next();
        try (var simulator = MetaSimulator.start();
                var stores = database.open()) {
            shop = Shop.builder(stores).build();
            String meta = simulator.catalogs().connect("Mugs");
            sell(meta);
            var carts = new CartSender(simulator, port, meta, CARTS, COPIES, random);
            try (carts) {
                for (int kill = 0; kill < KILLS; kill++) {
                    try (var worker = worker(database, simulator, port)) {
                        awaitMoment(random, kill, carts);
                        worker.kill();
                    }
                    Awaitility.await().atMost(PATIENCE).untilAsserted(this::nothingIsPromisedTwice);
                }
                try (var last = worker(database, simulator, port)) {
                    Awaitility.await()
                            .atMost(PATIENCE.plusSeconds(CARTS))
                            .until(() -> carts.isDone() && stores.inbox().backlog() == 0);
                }
            }
            allOrdersAreAsSent(seed);
            nothingIsPromisedTwice();
            System.out.printf(
                    "orders kill -9: %s, seed %d, %d kills, %d carts, %d webhooks answered, %d not answered%n",
                    getClass().getSimpleName(), seed, KILLS, CARTS, carts.answered(), carts.lost());
        }
    }

    private WorkerProcess worker(Database database, MetaSimulator simulator, int port) {
        List<String> arguments = List.of(
                database.name(),
                simulator.baseUrl().toString(),
                simulator.accessToken(),
                simulator.phoneNumberId(),
                simulator.wabaId(),
                simulator.appSecret(),
                simulator.verifyToken(),
                Integer.toString(port));
        return WorkerProcess.start(ShopWorker.class, arguments, folder.resolve("worker.log"));
    }

    private void sell(String meta) {
        Catalog draft = shop.catalogs().create("Mugs", Currency.getInstance("USD"));
        Catalog catalog =
                shop.catalogs().save(draft.linked(new MetaLink(meta, "", "")).in(CatalogStatus.CONNECTED));
        mug = shop.products()
                .create(
                        catalog.id(),
                        ProductSpec.builder("Mug", "A mug.", "https://shop.example/m")
                                .brand("Acme")
                                .addVariant(VariantSpec.builder(
                                                "mug", Money.of("12.50", "USD"), "https://shop.example/m.png")
                                        .build())
                                .build())
                .variants()
                .get(0)
                .id();
        shop.stock().count(mug);
        // Less than all carts want together: some must go without.
        shop.stock().move(mug, MovementKind.RECEIVED, CARTS, "", "in");
    }

    /** Most kills hit a process that makes orders, spread over all of them; some one that starts, or only takes webhooks. */
    private void awaitMoment(Random random, int kill, CartSender carts) {
        int orders = CARTS * kill / KILLS + random.nextInt(Math.max(1, CARTS / KILLS));
        long answered = carts.answered() + random.nextInt(COPIES * CARTS / KILLS);
        boolean early = random.nextInt(4) == 0;
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1 + random.nextInt(10)))
                .until(() -> early ? carts.answered() >= answered || carts.isDone() : orders().size() >= orders);
    }

    private List<Order> orders() {
        var all = new ArrayList<Order>();
        List<Order> page = shop.orders().list(OrderQuery.newest(200));
        while (!page.isEmpty()) {
            all.addAll(page);
            page = shop.orders()
                    .list(OrderQuery.newest(200)
                            .before(page.get(page.size() - 1).head().id()));
        }
        return all;
    }

    private void nothingIsPromisedTwice() {
        StockLevel level = shop.stock().levels(List.of(mug)).get(0);
        List<Order> orders = orders();
        int open = orders.stream()
                .filter(order -> OPEN.contains(order.status()))
                .flatMap(order -> order.lines().stream())
                .mapToInt(OrderLine::open)
                .sum();
        int shipped = orders.stream()
                .flatMap(order -> order.lines().stream())
                .mapToInt(OrderLine::fulfilled)
                .sum();
        assertThat(level.reserved()).as("reserved, against open orders").isEqualTo(open);
        assertThat(level.stocked()).as("on hand").isEqualTo(CARTS - shipped).isGreaterThanOrEqualTo(level.reserved());
    }

    private void allOrdersAreAsSent(long seed) {
        List<Order> orders = orders();
        assertThat(orders).as("orders, seed %s", seed).hasSize(CARTS);
        assertThat(orders.stream()
                        .collect(Collectors.toMap(
                                order -> order.buyer().contact(),
                                order -> order.lines().get(0).quantity())))
                .isEqualTo(IntStream.range(0, CARTS)
                        .boxed()
                        .collect(Collectors.toMap(CartSender::contact, CartSender::pieces)));
        assertThat(orders).extracting(order -> order.head().number()).doesNotHaveDuplicates();
        assertThat(orders).allMatch(order -> order.status() == OrderStatus.PENDING || isAsItShouldBe(order));
        assertThat(orders).anyMatch(order -> order.status() == OrderStatus.PROCESSING);
    }

    private static boolean isAsItShouldBe(Order order) {
        return order.status()
                == switch (order.lines().get(0).quantity()) {
                    case ShopWorker.CANCELLED -> OrderStatus.CANCELLED;
                    case ShopWorker.SHIPPED -> OrderStatus.PROCESSING;
                    default -> OrderStatus.CONFIRMED;
                };
    }
}
