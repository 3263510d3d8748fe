package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncSettings;
import dev.wakit.testkit.meta.SimulatedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever Meta and the process do, both catalogs are equal in the end. A seed tells everything that happens; set
 * {@code wakit.sync.seeds} for more of them, and {@code wakit.sync.first} to see one again.
 */
class CatalogSyncSeedsTest {

    private static final int SEEDS = Integer.getInteger("wakit.sync.seeds", 4);
    private static final int FIRST = Integer.getInteger("wakit.sync.first", 1);
    private static final int STEPS = 40;
    private static final int OF_A_STAGE = 25;
    private static final int TOO_MANY_CALLS = 80009;
    private static final int TOO_MANY_BATCHES = 80014;
    private static final List<String> WORDS = List.of(
            "",
            "",
            "",
            "sim_rejected",
            "sim_in_review",
            "sim_warned",
            "sim_limited",
            "sim_server_error",
            "sim_reset",
            "sim_lost",
            "sim_truncated",
            "sim_slow",
            "sim_stuck",
            "sim_silent",
            "sim_batch_error",
            "sim_forgotten");

    @TempDir
    private Path folder;

    @Test
    void bothCatalogsAreEqualInTheEnd() throws IOException {
        int behind = FIRST + SEEDS;
        long calls = 0;
        for (int seed = FIRST; seed < behind; seed += OF_A_STAGE) {
            Path stage = Files.createDirectory(folder.resolve("from-" + seed));
            calls += tell(stage, seed, Math.min(seed + OF_A_STAGE, behind));
        }
        System.out.printf("SYNC SEEDS %d to %d: equal, %d batches taken or refused%n", FIRST, behind - 1, calls);
    }

    private static long tell(Path folder, int from, int to) {
        try (SyncStage stage = new SyncStage(folder)) {
            for (int seed = from; seed < to; seed++) {
                try {
                    new Story(stage, seed).tell();
                } catch (RuntimeException | AssertionError failed) {
                    throw new AssertionError("Seed " + seed + " failed.", failed);
                }
            }
            return stage.meta.calls("items_batch");
        }
    }

    /** What happens with one seed. */
    private static final class Story {

        private final SyncStage stage;
        private final int seed;
        private final Random random;
        private final Catalog catalog;
        private final String meta;
        private final MortalGateway gateway;
        private CatalogSync sync;
        private int made;

        Story(SyncStage stage, int seed) {
            this.stage = stage;
            this.seed = seed;
            this.random = new Random(seed);
            this.catalog = stage.catalog("seed " + seed);
            this.meta = catalog.link().catalogId();
            this.gateway = new MortalGateway(stage.gateway, random);
            this.sync = newProcess();
        }

        private CatalogSync newProcess() {
            return stage.shop.sync(
                    catalog.id(),
                    gateway,
                    SyncSettings.DEFAULT.batches(5, 100_000).deletions(1, 0));
        }

        void tell() {
            for (int step = 0; step < STEPS; step++) {
                happen();
            }
            gateway.liveForEver();
            stage.meta.failNext(0, 400, TOO_MANY_CALLS);
            // Twice: what a lost batch does late is drift, which the second repair finds.
            for (int repair = 0; repair < 2; repair++) {
                stage.settle(sync);
                stage.clock.advance(Duration.ofHours(25));
                sync.reconcile(true);
                stage.settle(sync);
            }

            assertThat(there()).as("seed %s", seed).isEqualTo(here());
            assertThat(sync.reconcile(false).isClean()).as("seed %s", seed).isTrue();
        }

        private void happen() {
            switch (random.nextInt(10)) {
                case 0, 1 ->
                    stage.sell(
                            catalog,
                            "s" + seed + "-" + made++ + "-" + WORDS.get(random.nextInt(WORDS.size())),
                            price());
                case 2 ->
                    onOne(product -> stage.shop
                            .products()
                            .update(product.id(), product.version(), SyncStage.spec(id(product), price())));
                case 3 ->
                    onOne(product -> stage.shop
                            .products()
                            .setStatus(
                                    product.id(),
                                    product.version(),
                                    random.nextBoolean() ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE));
                case 4 -> onOne(this::moveStock);
                case 5 -> editThere();
                case 6 -> stage.clock.advance(Duration.ofSeconds(random.nextInt(120)));
                case 7 -> stage.meta.failNext(1, 400, random.nextBoolean() ? TOO_MANY_CALLS : TOO_MANY_BATCHES);
                default -> run();
            }
        }

        private void moveStock(Product product) {
            VariantId variant = product.variants().get(0).id();
            stage.shop.stock().count(variant);
            int stocked = stage.shop.stock().levels(List.of(variant)).get(0).stocked();
            String command = "s" + seed + "-" + random.nextLong();
            stage.shop.stock().move(variant, MovementKind.CORRECTED, stocked == 0 ? 1 : -stocked, "", command);
        }

        private void editThere() {
            stage.meta.products(meta).stream().findFirst().ifPresent(product -> {
                if (random.nextBoolean()) {
                    stage.meta.edit(meta, product.retailerId(), Map.of("price", "0.01 USD"));
                } else {
                    stage.meta.remove(meta, product.retailerId());
                }
            });
        }

        private void run() {
            try {
                sync.run();
            } catch (MortalGateway.Died died) {
                sync = newProcess();
            }
        }

        private void onOne(Consumer<Product> change) {
            List<Product> all = all();
            if (!all.isEmpty()) {
                change.accept(all.get(random.nextInt(all.size())));
            }
        }

        private List<Product> all() {
            return stage.shop
                    .products()
                    .list(catalog.id(), ProductQuery.first(500).statuses(Set.of(ProductStatus.values())));
        }

        private static String id(Product product) {
            return product.variants().get(0).retailerId();
        }

        private String price() {
            return random.nextInt(1, 1_000) + ".50";
        }

        /** Availability and price by retailer id. */
        private Map<String, String> here() {
            return all().stream()
                    .filter(product -> product.status() == ProductStatus.ACTIVE)
                    .collect(Collectors.toMap(
                            Story::id,
                            product -> available(product) + " "
                                    + product.variants().get(0).spec().price(),
                            (first, second) -> first,
                            TreeMap::new));
        }

        private String available(Product product) {
            return stage.shop.stock().levels(List.of(product.variants().get(0).id())).stream()
                    .map(level -> level.availability().text())
                    .findFirst()
                    .orElse("in stock");
        }

        private Map<String, String> there() {
            return stage.meta.products(meta).stream()
                    .collect(Collectors.toMap(
                            SimulatedProduct::retailerId,
                            product -> product.fields().get("availability") + " "
                                    + product.fields().get("price"),
                            (first, second) -> first,
                            TreeMap::new));
        }
    }
}
