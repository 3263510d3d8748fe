package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes available or unavailable is known to Meta within a minute, whatever else is on its way. */
class CatalogUrgencyTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final AtomicInteger commands = new AtomicInteger();
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

    private void move(VariantId variant, int pieces) {
        stage.shop.stock().move(variant, MovementKind.CORRECTED, pieces, "", "command-" + commands.incrementAndGet());
    }

    private String there(String column) {
        return stage.meta.product(meta, "mug").orElseThrow().fields().getOrDefault(column, "");
    }

    /** Runs every five seconds, as a host does, until Meta has this availability; returns how long that took. */
    private Duration until(CatalogSync sync, String availability) {
        var begun = stage.clock.instant();
        for (int i = 0; i < 30; i++) {
            sync.run();
            if (there("availability").equals(availability)) {
                return Duration.between(begun, stage.clock.instant());
            }
            stage.clock.advance(Duration.ofSeconds(5));
        }
        throw new AssertionError("Meta still has " + there("availability"));
    }

    /** A mug with one piece that Meta has, and then a batch with a new price of it that does not end. */
    private Product onItsWay(CatalogSync sync, String word) {
        Product mug = stage.sell(catalog, "mug", "10.00");
        VariantId variant = mug.variants().get(0).id();
        stage.shop.stock().count(variant);
        move(variant, 1);
        stage.settle(sync);
        stage.shop.products().update(mug.id(), mug.version(), SyncStage.spec("mug", "11.00"));
        stage.sell(catalog, "other-" + word, "5.00");
        assertThat(sync.run().submitted()).isEqualTo(2);
        return mug;
    }

    @Test
    void aBatchThatNeverEndsKeepsNobodyFromKnowing() {
        CatalogSync sync = stage.sync(catalog);
        VariantId variant = onItsWay(sync, "sim_stuck").variants().get(0).id();

        move(variant, -1);
        assertThat(until(sync, "out of stock")).isLessThan(MINUTE);
        move(variant, 1);
        assertThat(until(sync, "in stock")).isLessThan(MINUTE);
        assertThat(sync.counts().inBatches()).as("the stuck one").isEqualTo(1);

        stage.settle(sync);
        assertThat(there("price")).isEqualTo("11.00 USD");
        assertThat(sync.reconcile(false).isClean()).isTrue();
    }

    @Test
    void anOlderBatchThatEndsLaterDoesNotWin() {
        stage.meta.batchTime(Duration.ofSeconds(3), Duration.ofSeconds(3));
        CatalogSync sync = stage.sync(catalog);
        VariantId variant = onItsWay(sync, "sim_slow").variants().get(0).id();

        move(variant, -1);
        assertThat(until(sync, "out of stock")).isLessThan(Duration.ofSeconds(15));
        stage.clock.advance(Duration.ofSeconds(25));
        assertThat(there("availability")).as("the slow batch came last").isEqualTo("in stock");
        assertThat(until(sync, "out of stock")).isLessThan(MINUTE);

        stage.settle(sync);
        assertThat(sync.reconcile(false).isClean()).isTrue();
    }

    @Test
    void aLimitOnQuestionsIsRespectedAndKeepsNothingFromBeingHandedIn() {
        CatalogSync sync = stage.sync(catalog);
        stage.meta.callsPerHour(0, 1);
        stage.sell(catalog, "mug-sim_silent", "10.00");
        sync.run();
        ask(sync);
        long asked = stage.meta.calls("check_batch_request_status");

        SyncRun limited = ask(sync);
        stage.sell(catalog, "cup", "10.00");
        List<SyncRun> later = List.of(sync.run(), sync.run(), sync.run());

        assertThat(limited.problem()).isNotEmpty();
        assertThat(later.get(0).submitted()).isEqualTo(1);
        assertThat(later).allMatch(run -> run.pausedUntil().isEmpty());
        assertThat(stage.meta.calls("check_batch_request_status")).isEqualTo(asked + 1);
        stage.meta.callsPerHour(0, 0);
        stage.settle(sync);
        assertThat(stage.meta.products(meta)).hasSize(2);
    }

    private SyncRun ask(CatalogSync sync) {
        stage.clock.advance(Duration.ofSeconds(15));
        return sync.run();
    }
}
