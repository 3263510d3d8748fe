package dev.wakit.e2e;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.feed.FeedFormat;
import dev.wakit.catalog.feed.FeedImport;
import dev.wakit.catalog.feed.ImportReport;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncCounts;
import dev.wakit.catalog.sync.SyncSettings;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Imports a large catalog, or mirrors it to Meta, in a JVM of its own with little memory. */
public final class CatalogLoad {

    private CatalogLoad() {}

    /** Arguments: "import", database, Meta's catalog, file; or "sync", database, Meta's catalog, address, token, sender, WABA, portfolio. */
    public static void main(String[] args) throws IOException {
        try (JdbcStores stores = Database.open(args[1])) {
            Shop shop = Shop.builder(stores).build();
            if (args[0].equals("import")) {
                load(shop, args);
            } else {
                mirror(shop, args);
            }
        }
    }

    private static long maxMb() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static long seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static void load(Shop shop, String[] args) throws IOException {
        long begun = System.nanoTime();
        Catalog draft = shop.catalogs().create("Mugs", Currency.getInstance("USD"));
        Catalog catalog =
                shop.catalogs().save(draft.linked(new MetaLink(args[2], "", "")).in(CatalogStatus.CONNECTED));
        ImportReport report =
                FeedImport.into(shop, catalog.id()).read(Files.newInputStream(Path.of(args[3])), FeedFormat.CSV);
        System.out.printf(
                "CATALOG IMPORT rows=%d added=%d rejected=%d maxMb=%d seconds=%d%n",
                report.rows(), report.added(), report.rejected(), maxMb(), seconds(begun));
    }

    private static void mirror(Shop shop, String[] args) {
        Catalog catalog = shop.catalogs().list().get(0);
        try (MetaProvider provider = MetaProvider.builder(args[4], args[5])
                .businessAccountId(args[6])
                .portfolioId(args[7])
                .baseUrl(URI.create(args[3]))
                .build()) {
            CatalogSync sync = shop.sync(catalog.id(), provider.catalog().orElseThrow(), SyncSettings.DEFAULT);
            long begun = System.nanoTime();
            long submitted = settle(sync);
            long seconds = seconds(begun);
            SyncCounts counts = sync.counts();
            long priceMillis = changePrice(shop, catalog, sync);
            settle(sync);
            System.out.printf(
                    "CATALOG SYNC variants=%d submitted=%d present=%d errors=%d maxMb=%d seconds=%d priceMillis=%d%n",
                    submitted, submitted, counts.present(), counts.errors(), maxMb(), seconds, priceMillis);
        }
    }

    private static long settle(CatalogSync sync) {
        var submitted = new AtomicLong();
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    submitted.addAndGet(sync.run().submitted());
                    SyncCounts counts = sync.counts();
                    return counts.due() == 0 && counts.inBatches() == 0;
                });
        return submitted.get();
    }

    /** Changes one price, and returns after how many milliseconds it was handed in. */
    private static long changePrice(Shop shop, Catalog catalog, CatalogSync sync) {
        Product product = shop.products()
                .findByRetailerIds(catalog.id(), List.of("mug-0-0"))
                .get(0);
        long begun = System.nanoTime();
        ProductSpec.Builder spec = ProductSpec.builder(
                        product.texts().title(),
                        product.texts().description(),
                        product.texts().link())
                .brand(product.texts().brand())
                .groupId(product.texts().groupId());
        for (Variant variant : product.variants()) {
            VariantSpec old = variant.spec();
            Money price = variant.retailerId().equals("mug-0-0") ? Money.of("99.00", "USD") : old.price();
            spec.addVariant(VariantSpec.builder(old.retailerId(), price, old.imageLink())
                    .options(old.options())
                    .build());
        }
        shop.products().update(product.id(), product.version(), spec.build());
        if (sync.run().submitted() != 1) {
            throw new IllegalStateException("One price changed, and not one variant was handed in.");
        }
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
