package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.DriftReport;
import dev.wakit.catalog.sync.SyncItem;
import dev.wakit.catalog.sync.SyncRun;
import dev.wakit.catalog.sync.SyncSettings;
import dev.wakit.catalog.sync.SyncState;
import dev.wakit.testkit.meta.SimulatedProduct;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog is mirrored to Meta's, with everything that goes wrong on the way. */
class CatalogSyncTest {

    @TempDir
    private Path folder;

    private SyncStage stage;
    private Catalog catalog;
    private String meta;

    @BeforeEach
    void open() {
        stage = new SyncStage(folder);
        catalog = stage.catalog("Mugs");
        meta = catalog.link().catalogId();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private SimulatedProduct there(String retailerId) {
        return stage.meta.product(meta, retailerId).orElseThrow();
    }

    private static SyncItem item(CatalogSync sync, String retailerId) {
        return sync.items(List.of(retailerId)).get(0);
    }

    @Test
    void whatChangedIsHandedInAndWhatDidNotIsNot() {
        Product mug = stage.sell(catalog, "mug", "10.00");
        stage.sell(catalog, "cup", "8.50");
        CatalogSync sync = stage.sync(catalog);

        assertThat(stage.settle(sync).get(0).submitted()).isEqualTo(2);
        assertThat(there("cup").fields()).containsEntry("price", "8.50 USD").containsEntry("availability", "in stock");
        Product renamed = stage.shop.products().update(mug.id(), mug.version(), SyncStage.spec("mug", "11.00"));
        SyncRun changed = stage.settle(sync).get(0);
        stage.shop.products().update(mug.id(), renamed.version(), SyncStage.spec("mug", "12.00"));
        stage.shop.products().update(mug.id(), renamed.version() + 1, SyncStage.spec("mug", "11.00"));
        SyncRun same = sync.run();

        assertThat(changed.submitted()).isEqualTo(1);
        assertThat(there("mug").fields()).containsEntry("price", "11.00 USD");
        assertThat(same.submitted()).isZero();
        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(stage.meta.calls("items_batch")).isEqualTo(2);
    }

    @Test
    void errorsAndWarningsBelongToVariantsAndAreNotTriedForEver() {
        stage.sell(catalog, "a-sim_invalid", "10.00");
        stage.sell(catalog, "b-sim_refused", "10.00");
        stage.sell(catalog, "c-sim_warned", "10.00");
        CatalogSync sync = stage.sync(catalog);

        stage.settle(sync);

        assertThat(item(sync, "a-sim_invalid").state()).isEqualTo(SyncState.ERROR);
        assertThat(item(sync, "a-sim_invalid").problem()).contains("image cannot be fetched");
        assertThat(item(sync, "b-sim_refused").state()).isEqualTo(SyncState.ERROR);
        assertThat(item(sync, "b-sim_refused").problem()).isNotEmpty();
        assertThat(item(sync, "c-sim_warned").state()).isEqualTo(SyncState.OK);
        assertThat(item(sync, "c-sim_warned").problem()).contains("smaller than recommended");
        assertThat(sync.counts().errors()).isEqualTo(2);
        assertThat(sync.counts().present()).isEqualTo(1);
        assertThat(sync.run().submitted()).isZero();
        assertThat(sync.reconcile(true).isClean()).isTrue();
        assertThat(sync.run().submitted()).as("once a night").isEqualTo(2);
    }

    @Test
    void whatBecomesUnavailableIsHandedInBeforeThousandsOfOthers() {
        Product mug = stage.sell(catalog, "mug", "10.00");
        VariantId variant = mug.variants().get(0).id();
        stage.shop.stock().count(variant);
        stage.shop.stock().move(variant, MovementKind.RECEIVED, 1, "", "in");
        CatalogSync sync = stage.shop.sync(catalog.id(), stage.gateway, SyncSettings.DEFAULT.batches(10, 100_000));
        stage.settle(sync);
        assertThat(there("mug").fields()).containsEntry("availability", "in stock");
        long calls = stage.meta.calls("items_batch");
        IntStream.range(0, 50).forEach(i -> stage.sell(catalog, "other-" + i, "5.00"));
        stage.shop.stock().move(variant, MovementKind.LOST, -1, "", "out");

        sync.run();

        assertThat(stage.meta.batches(meta).get((int) calls).retailerIds()).contains("mug");
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(there("mug").fields()).containsEntry("availability", "out of stock");
    }

    @Test
    void moreThanAFifthIsNotRemovedUntilSomebodySaysSoAlsoLittleByLittle() {
        List<Product> products = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> products.add(stage.sell(catalog, "mug-" + i, "10.00")));
        CatalogSync sync = stage.sync(catalog);
        stage.settle(sync);

        for (int i = 0; i < 30; i++) {
            stage.archive(products.get(i));
            sync.run();
            stage.clock.advance(Duration.ofMinutes(1));
        }
        stage.settle(sync);

        assertThat(stage.meta.products(meta)).hasSize(40);
        assertThat(sync.counts().withheld()).isEqualTo(20);
        assertThat(sync.reconcile(true).surplus()).hasSize(20);
        stage.settle(sync);
        assertThat(stage.meta.products(meta)).hasSize(40);
        assertThat(sync.allowDeletions()).isEqualTo(20);
        stage.settle(sync);
        assertThat(stage.meta.products(meta)).hasSize(20);
        assertThat(sync.counts().withheld()).isZero();
    }

    @Test
    void aLimitIsRespectedAndNothingIsLost() {
        stage.meta.callsPerHour(1, 0);
        CatalogSync sync = stage.sync(catalog);
        stage.sell(catalog, "mug", "10.00");
        sync.run();
        stage.sell(catalog, "cup", "10.00");

        SyncRun limited = sync.run();
        long calls = stage.meta.calls("items_batch");
        SyncRun paused = sync.run();

        assertThat(limited.pausedUntil()).isPresent();
        assertThat(limited.problem()).isNotEmpty();
        assertThat(paused.submitted()).isZero();
        assertThat(stage.meta.calls("items_batch")).isEqualTo(calls);
        stage.clock.advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(sync.run().submitted()).isEqualTo(1);
        stage.settle(sync);
        assertThat(stage.meta.products(meta)).hasSize(2);
    }

    @Test
    void driftIsToldAndRepairedAndReviewsAreNoted() {
        List.of("edited", "removed", "kept", "ours-sim_rejected").forEach(id -> stage.sell(catalog, id, "1234.50"));
        CatalogSync sync = stage.sync(catalog);
        stage.settle(sync);
        stage.clock.advance(Duration.ofHours(1));
        assertThat(sync.reconcile(true).isClean()).isTrue();
        stage.meta.edit(meta, "edited", Map.of("price", "1.00 USD", "title", "Cheap"));
        stage.meta.remove(meta, "removed");

        DriftReport told = sync.reconcile(false);
        assertThat(sync.run().submitted()).isZero();
        DriftReport repaired = sync.reconcile(true);
        stage.settle(sync);

        assertThat(told.different()).isEqualTo(Map.of("edited", List.of("price", "title")));
        assertThat(told.missing()).containsExactly("removed");
        assertThat(repaired.repaired()).isTrue();
        assertThat(there("edited").fields()).containsEntry("price", "1234.50 USD");
        assertThat(sync.reconcile(false).isClean()).isTrue();
        Product rejected = stage.shop
                .products()
                .findByRetailerIds(catalog.id(), List.of("ours-sim_rejected"))
                .get(0);
        assertThat(rejected.variants().get(0).review().status()).isEqualTo(ReviewStatus.REJECTED);
        assertThat(rejected.variants().get(0).review().itemId()).isNotEmpty();
    }

    @Test
    void whatBelongsToMetaIsHandedInOnceAndLeftAloneAfterwards() {
        Product mug = stage.sell(catalog, "mug", "10.00");
        CatalogSync sync =
                stage.shop.sync(catalog.id(), stage.gateway, SyncSettings.DEFAULT.remoteFields(Set.of("title")));
        stage.settle(sync);
        assertThat(there("mug").fields()).containsEntry("title", "Mug mug");
        stage.meta.edit(meta, "mug", Map.of("title", "A nicer name"));

        assertThat(sync.reconcile(true).isClean()).isTrue();
        stage.shop.products().update(mug.id(), mug.version(), SyncStage.spec("mug", "9.00"));
        stage.settle(sync);

        assertThat(there("mug").fields()).containsEntry("title", "A nicer name").containsEntry("price", "9.00 USD");
    }

    @Test
    void whatIsNotOursIsLeftAlone() {
        Catalog other = stage.shop.catalogs().create("Other", Currency.getInstance("USD"));
        Catalog linked = stage.shop.catalogs().save(other.linked(catalog.link()));
        stage.sell(catalog, "mug", "10.00");
        stage.settle(stage.sync(catalog));

        DriftReport report = stage.sync(linked).reconcile(true);

        assertThat(report.foreign()).containsExactly("mug");
        assertThat(stage.settle(stage.sync(linked)).get(0).submitted()).isZero();
        assertThat(stage.meta.products(meta)).hasSize(1);
    }

    @Test
    void aCatalogThatIsLinkedToNoneCannotBeMirrored() {
        Catalog draft = stage.shop.catalogs().create("Draft", Currency.getInstance("USD"));

        assertThatThrownBy(() -> stage.sync(draft)).hasMessageContaining("MetaLink");
    }
}
