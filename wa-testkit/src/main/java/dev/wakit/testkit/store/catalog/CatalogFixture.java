package dev.wakit.testkit.store.catalog;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;

/**
 * What every part of the catalog contract starts from: one abstract factory, and a small shop.
 *
 * <p>Not thread-safe; JUnit makes one a test.
 *
 * @since 0.1
 */
public abstract class CatalogFixture {

    static final TenantId TENANT = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Currency USD = Currency.getInstance("USD");
    static final Money TEN = Money.of("10.00", "USD");

    final SettableClock clock = SettableClock.at(NOW);
    private final List<CatalogStores> opened = new ArrayList<>();
    private final Map<List<Object>, Shop> shops = new HashMap<>();
    private int commands;

    /** For subclasses. */
    protected CatalogFixture() {}

    /**
     * Opens the store under test.
     *
     * <p>The database is empty when a test begins; a second call in the same test opens another instance on the same database.
     */
    protected abstract CatalogStores open();

    /** Closes what the test opened. */
    @AfterEach
    protected final void closeStores() {
        opened.forEach(CatalogStores::close);
    }

    final CatalogStores stores() {
        return opened.isEmpty() ? another() : opened.get(0);
    }

    final CatalogStores another() {
        CatalogStores stores = open();
        opened.add(stores);
        return stores;
    }

    final Shop shop() {
        return shop(TENANT, OrderSettings.DEFAULT);
    }

    // One for each tenant: its ids are in the order of their making even while the clock stands still.
    final Shop shop(TenantId tenant, OrderSettings settings) {
        return shops.computeIfAbsent(List.of(tenant, settings), unused -> shop(stores(), tenant, settings));
    }

    final Shop shop(CatalogStores stores, TenantId tenant, OrderSettings settings) {
        return Shop.builder(stores).tenant(tenant).clock(clock).orders(settings).build();
    }

    final CommandContext command() {
        return CommandContext.of("command-" + ++commands, "anna");
    }

    final Catalog catalog() {
        return shop().catalogs().create("Summer", USD);
    }

    static VariantSpec.Builder variant(String retailerId) {
        return VariantSpec.builder(retailerId, TEN, "https://shop.example/1.jpg");
    }

    static ProductSpec.Builder spec(String title) {
        return ProductSpec.builder(title, "A good one.", "https://shop.example/1")
                .brand("Acme");
    }

    static ProductSpec single(String retailerId) {
        return spec("Product " + retailerId)
                .addVariant(variant(retailerId).build())
                .build();
    }

    /** A product with a variant for each size. */
    static ProductSpec sized(String group, String... sizes) {
        ProductSpec.Builder product = spec("Shirt " + group).groupId(group);
        for (String size : sizes) {
            product.addVariant(
                    variant(group + "-" + size).options(Map.of("size", size)).build());
        }
        return product.build();
    }

    final Product product(String retailerId) {
        return shop().products().create(catalog().id(), single(retailerId));
    }

    /** A product of one variant, with so many on hand. */
    final Product stocked(int quantity) {
        Product product = product("sku-" + ++commands);
        VariantId variant = only(product).id();
        shop().stock().count(variant);
        if (quantity > 0) {
            shop().stock().move(variant, MovementKind.RECEIVED, quantity, "", "receive-" + commands);
        }
        return product;
    }

    static Variant only(Product product) {
        return product.variants().get(0);
    }

    final StockLevel level(Product product) {
        return shop().stock().levels(List.of(only(product).id())).get(0);
    }

    static OrderDraft.Builder draft(String key) {
        return OrderDraft.builder(new OrderOrigin(OrderSource.API, key), Buyer.of("+919978783238"), USD);
    }

    static OrderDraft draft(String key, Product product, int quantity) {
        return draft(key)
                .addLine(LineItem.of(product, only(product)), quantity, TEN)
                .build();
    }

    final Order placed(Product product, int quantity) {
        return shop().orders().place(draft("order-" + ++commands, product, quantity), command());
    }

    final Order apply(Order order, OrderCommand command) {
        return shop().orders().apply(order.id(), command, command());
    }

    static SortedMap<Integer, Integer> pieces(int line, int quantity) {
        return new TreeMap<>(Map.of(line, quantity));
    }

    /** Runs tasks on so many threads and waits for their results. */
    static <T> List<T> together(int threads, List<Callable<T>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var values = new ArrayList<T>();
            for (Future<T> result : pool.invokeAll(tasks)) {
                values.add(result.get());
            }
            return values;
        } catch (InterruptedException | ExecutionException error) {
            throw new AssertionError("A racing task failed.", error);
        } finally {
            pool.shutdownNow();
        }
    }
}
