package dev.wakit.e2e;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncRun;
import dev.wakit.catalog.sync.SyncSettings;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.SettableClock;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedCatalogs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A shop and Meta's catalogs, whose time stands still until a test moves it. */
final class SyncStage implements AutoCloseable {

    private static final Duration FIRST_STEP = Duration.ofSeconds(30);
    private static final Duration LAST_STEP = Duration.ofHours(5);
    private static final int MOST_STEPS = 80;

    final SettableClock clock = SettableClock.create();
    final MetaSimulator simulator = MetaSimulator.builder()
            .clock(clock)
            .latency(Duration.ZERO, Duration.ZERO)
            .start();
    final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .businessAccountId(simulator.wabaId())
            .portfolioId(simulator.portfolioId())
            .baseUrl(simulator.baseUrl())
            .build();
    final CatalogGateway gateway = provider.catalog().orElseThrow();
    final SimulatedCatalogs meta = simulator.catalogs();
    final JdbcStores stores;
    final Shop shop;

    SyncStage(Path folder) {
        stores = JdbcStores.sqlite(folder.resolve("wakit.db"));
        shop = Shop.builder(stores).clock(clock).build();
    }

    /** A catalog here that is linked to a new one at Meta. */
    Catalog catalog(String name) {
        Catalog catalog = shop.catalogs().create(name, Currency.getInstance("USD"));
        return shop.catalogs()
                .save(catalog.linked(new MetaLink(meta.create(name), "", "")).in(CatalogStatus.CONNECTED));
    }

    CatalogSync sync(Catalog catalog) {
        return sync(catalog, gateway);
    }

    CatalogSync sync(Catalog catalog, CatalogGateway through) {
        return shop.sync(catalog.id(), through, SyncSettings.DEFAULT);
    }

    Product sell(Catalog catalog, String retailerId, String price) {
        return shop.products().create(catalog.id(), spec(retailerId, price));
    }

    static ProductSpec spec(String retailerId, String price) {
        return ProductSpec.builder("Mug " + retailerId, "A good one.", "https://shop.example/" + retailerId)
                .brand("Acme")
                .addVariant(VariantSpec.builder(retailerId, Money.of(price, "USD"), "https://shop.example/1.jpg")
                        .build())
                .build();
    }

    void archive(Product product) {
        shop.products().archive(product.id(), product.version());
    }

    /** Runs until nothing waits and no batch is open; returns what the runs did. */
    List<SyncRun> settle(CatalogSync sync) {
        var runs = new ArrayList<SyncRun>();
        // Small steps for what is quick, then large ones for what Meta never ends.
        Duration step = FIRST_STEP;
        for (int i = 0; i < MOST_STEPS; i++) {
            runs.add(sync.run());
            var counts = sync.counts();
            if (counts.due() == 0 && counts.inBatches() == 0) {
                return runs;
            }
            clock.advance(step);
            step = step.compareTo(LAST_STEP) < 0 ? step.multipliedBy(2) : LAST_STEP;
        }
        throw new AssertionError("The catalog does not settle: " + sync.counts() + " " + runs.get(runs.size() - 1));
    }

    @Override
    public void close() {
        provider.close();
        simulator.close();
        stores.close();
    }
}
