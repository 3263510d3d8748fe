package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.catalog.sync.SyncBatch;
import dev.wakit.catalog.sync.SyncBatchId;
import dev.wakit.catalog.sync.SyncChange;
import dev.wakit.catalog.sync.SyncItem;
import dev.wakit.catalog.sync.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is known of variants at the BSP: nothing that changes is forgotten, and nothing is in two batches.
 *
 * @since 0.1
 */
public abstract class SyncContract extends CatalogFixture {

    private static final Instant LATER = NOW.plusSeconds(120);

    /** For subclasses. */
    protected SyncContract() {}

    private SyncStore sync() {
        return stores().sync();
    }

    private List<SyncItem> due(CatalogId catalog) {
        return sync().due(TENANT, catalog, 100);
    }

    private SyncItem item(Product product) {
        return sync().items(TENANT, product.catalog(), List.of(only(product).retailerId()))
                .get(0);
    }

    private static SyncBatch batch(CatalogId catalog, long id, int items) {
        return new SyncBatch(TENANT, new SyncBatchId(id), catalog, "", SyncBatch.State.PREPARED, items, 0, NOW, LATER);
    }

    private SyncBatch begun(CatalogId catalog, long id, String hash) {
        List<SyncChange> changes =
                due(catalog).stream().map(item -> new SyncChange(item, hash)).toList();
        SyncBatch batch = batch(catalog, id, changes.size());
        assertThat(sync().begin(batch, changes)).isTrue();
        return batch;
    }

    @Test
    void everyWrittenVariantIsDueUntilItIsDone() {
        Catalog catalog = catalog();
        Product shirt = shop().products().create(catalog.id(), sized("shirt", "S", "M"));

        assertThat(due(catalog.id())).hasSize(2).allMatch(item -> item.due() == 1 && !item.present());
        SyncBatch batch = begun(catalog.id(), 1, "h1");
        assertThat(due(catalog.id())).isEmpty();
        assertThat(sync().open(TENANT, catalog.id())).containsExactly(batch);
        assertThat(sync().ofBatch(batch)).hasSize(2).allMatch(SyncItem::inBatch);
        assertThat(sync().finish(batch, Map.of(), Map.of())).isTrue();
        assertThat(sync().finish(batch, Map.of(), Map.of())).isFalse();
        assertThat(sync().open(TENANT, catalog.id())).isEmpty();
        List<SyncItem> done = sync().items(TENANT, catalog.id(), List.of("shirt-S", "shirt-M"));
        assertThat(done)
                .allMatch(item -> item.present()
                        && item.sentHash().equals("h1")
                        && item.state() == SyncState.OK
                        && !item.inBatch());

        shop().products().archive(shirt.id(), shirt.version());
        assertThat(due(catalog.id())).hasSize(2);
    }

    @Test
    void aChangeWhileABatchIsOnItsWayStaysDue() {
        Product product = product("sku");
        SyncBatch batch = begun(product.catalog(), 1, "h1");

        shop().products().archive(product.id(), product.version());

        assertThat(due(product.catalog())).isEmpty();
        sync().finish(batch, Map.of(), Map.of());
        assertThat(due(product.catalog())).hasSize(1);
        assertThat(due(product.catalog()).get(0).sentHash()).isEqualTo("h1");
    }

    @Test
    void aVariantIsInOneBatchHoweverManyTakeItAtOnce() {
        Product product = product("sku");
        List<SyncItem> due = due(product.catalog());
        var tasks = new ArrayList<Callable<Boolean>>();
        IntStream.rangeClosed(1, 8)
                .forEach(id -> tasks.add(() ->
                        sync().begin(batch(product.catalog(), id, 1), List.of(new SyncChange(due.get(0), "h" + id)))));

        List<Boolean> begun = together(8, tasks);

        assertThat(begun).filteredOn(won -> won).hasSize(1);
        assertThat(sync().open(TENANT, product.catalog())).hasSize(1);
    }

    @Test
    void whatFailedWasNeverThereAndIsNotDue() {
        Product product = product("sku");
        VariantId variant = only(product).id();
        SyncBatch batch = begun(product.catalog(), 1, "h1");

        sync().finish(batch, Map.of(variant, "The image is gone."), Map.of());

        assertThat(item(product).state()).isEqualTo(SyncState.ERROR);
        assertThat(item(product).problem()).isEqualTo("The image is gone.");
        assertThat(item(product).present()).isFalse();
        assertThat(due(product.catalog())).isEmpty();
        assertThat(sync().redo(TENANT, List.of(variant), false)).isEqualTo(1);
        SyncBatch again = begun(product.catalog(), 2, "h2");
        sync().finish(again, Map.of(), Map.of(variant, "Small."));
        assertThat(item(product).problem()).isEqualTo("Small.");
        assertThat(item(product).state()).isEqualTo(SyncState.OK);
    }

    @Test
    void aReleasedBatchIsDueAgainAndTellsWhetherAnythingIsKnown() {
        Product product = product("sku");
        SyncBatch notSent = begun(product.catalog(), 1, "h1");
        assertThat(sync().release(notSent, false)).isTrue();
        assertThat(item(product).present()).isFalse();

        SyncBatch lost = begun(product.catalog(), 2, "h1");
        SyncBatch held = lost.in(SyncBatch.State.LOST, "", 0, LATER);
        assertThat(sync().update(lost, held)).isTrue();
        assertThat(sync().update(lost, held)).isFalse();
        assertThat(sync().release(held, true)).isTrue();
        assertThat(sync().release(held, true)).isFalse();

        assertThat(item(product).present()).isTrue();
        assertThat(item(product).sentHash()).isEmpty();
        assertThat(due(product.catalog())).hasSize(1);
    }

    @Test
    void whatTheBspSaysAtOnceStaysUntilTheNextBatch() {
        Product shirt = shop().products().create(catalog().id(), sized("shirt", "S", "M"));
        VariantId small = shirt.variants().get(0).id();
        VariantId medium = shirt.variants().get(1).id();
        SyncBatch batch = begun(shirt.catalog(), 1, "h1");

        sync().note(batch, Map.of(small, "No id."), Map.of(medium, "Small."));

        assertThat(sync().ofBatch(batch)).extracting(SyncItem::variant).containsExactly(medium);
        sync().finish(batch, Map.of(), Map.of());
        List<SyncItem> items = sync().items(TENANT, shirt.catalog(), List.of("shirt-S", "shirt-M"));
        assertThat(items).extracting(SyncItem::problem).containsExactlyInAnyOrder("No id.", "Small.");
        assertThat(items).extracting(SyncItem::state).containsExactlyInAnyOrder(SyncState.ERROR, SyncState.OK);
        sync().redo(TENANT, List.of(medium), true);
        sync().finish(begun(shirt.catalog(), 2, "h2"), Map.of(), Map.of());
        assertThat(sync().items(TENANT, shirt.catalog(), List.of("shirt-M"))
                        .get(0)
                        .problem())
                .isEmpty();
    }

    /** A product whose stock ran out while a batch was on its way with it. */
    private Product soldOutMeanwhile(long batch) {
        Product product = stocked(1);
        begun(product.catalog(), batch, "older");
        apply(placed(product, 1), new OrderCommand.Confirm());
        return product;
    }

    private SyncBatch overtaking(Product product, long id) {
        List<SyncChange> changes = sync().urgent(TENANT, product.catalog(), 10).stream()
                .map(item -> new SyncChange(item, "newer"))
                .toList();
        SyncBatch batch = batch(product.catalog(), id, changes.size());
        assertThat(changes).hasSize(1);
        assertThat(sync().overtake(batch, changes)).isTrue();
        return batch;
    }

    @Test
    void whatIsUrgentOvertakesABatchAndIsDoneAgainOnceThatIsOver() {
        Product product = soldOutMeanwhile(1);
        SyncBatch older = sync().open(TENANT, product.catalog()).get(0);

        SyncBatch newer = overtaking(product, 2);

        assertThat(sync().urgent(TENANT, product.catalog(), 10)).isEmpty();
        assertThat(sync().ofBatch(older)).isEmpty();
        sync().finish(newer, Map.of(), Map.of());
        assertThat(item(product).sentHash()).isEqualTo("newer");
        assertThat(due(product.catalog())).isEmpty();
        sync().finish(older, Map.of(), Map.of());
        assertThat(due(product.catalog())).hasSize(1).allMatch(SyncItem::urgent);
        assertThat(item(product).sentHash()).as("which came last?").isEmpty();
    }

    @Test
    void anOvertakenBatchThatEndsFirstLeavesNothingThatIsThoughtToBeKnown() {
        Product product = soldOutMeanwhile(1);
        SyncBatch older = sync().open(TENANT, product.catalog()).get(0);
        SyncBatch newer = overtaking(product, 2);

        sync().release(older, true);
        sync().finish(newer, Map.of(), Map.of());

        assertThat(item(product).present()).isTrue();
        assertThat(item(product).sentHash()).isEmpty();
        assertThat(due(product.catalog())).hasSize(1);
    }

    @Test
    void nothingOvertakesTwiceOrWithoutABatch() {
        Product product = soldOutMeanwhile(1);
        SyncItem urgent = sync().urgent(TENANT, product.catalog(), 10).get(0);
        overtaking(product, 2);

        assertThat(sync().overtake(batch(product.catalog(), 3, 1), List.of(new SyncChange(urgent, "third"))))
                .isFalse();
        sync().open(TENANT, product.catalog()).forEach(batch -> sync().finish(batch, Map.of(), Map.of()));
        assertThat(sync().overtake(batch(product.catalog(), 4, 1), List.of(new SyncChange(urgent, "fourth"))))
                .isFalse();
        assertThat(sync().open(TENANT, product.catalog())).isEmpty();
    }

    @Test
    void whatWasUrgentIsUrgentAgainWhenTheBspDidNotTakeIt() {
        Product product = stocked(1);
        sync().finish(begun(product.catalog(), 1, "h"), Map.of(), Map.of());
        apply(placed(product, 1), new OrderCommand.Confirm());
        SyncBatch refused = begun(product.catalog(), 2, "h2");
        assertThat(item(product).urgent()).isFalse();

        sync().release(refused, false);

        assertThat(due(product.catalog())).hasSize(1).allMatch(SyncItem::urgent);
    }

    @Test
    void stockIsUrgentOnlyWhereItDecidesWhetherSomethingCanBeBought() {
        Product product = stocked(3);
        SyncBatch batch = begun(product.catalog(), 1, "h1");
        sync().finish(batch, Map.of(), Map.of());

        apply(placed(product, 2), new OrderCommand.Confirm());
        assertThat(due(product.catalog())).isEmpty();
        apply(placed(product, 1), new OrderCommand.Confirm());

        assertThat(due(product.catalog())).hasSize(1).allMatch(SyncItem::urgent);
        sync().settle(TENANT, due(product.catalog()));
        shop().stock().move(only(product).id(), MovementKind.RECEIVED, 1, "", "again");
        assertThat(due(product.catalog())).hasSize(1);
    }

    @Test
    void deletionsAndWhatIsWithheldAreCounted() {
        Catalog catalog = catalog();
        Product kept = shop().products().create(catalog.id(), single("kept"));
        shop().products().create(catalog.id(), single("gone"));
        sync().finish(begun(catalog.id(), 1, "h"), Map.of(), Map.of());
        sync().redo(
                        TENANT,
                        sync().items(TENANT, catalog.id(), List.of("gone")).stream()
                                .map(SyncItem::variant)
                                .toList(),
                        true);

        SyncBatch deletion = begun(catalog.id(), 2, "");
        sync().finish(deletion, Map.of(), Map.of());
        sync().redo(TENANT, List.of(only(kept).id()), true);
        sync().withhold(TENANT, due(catalog.id()));

        var counts = sync().counts(TENANT, catalog.id(), NOW);
        assertThat(List.of(counts.present(), counts.deleted(), counts.withheld(), counts.due()))
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(sync().counts(TENANT, catalog.id(), LATER).deleted()).isZero();
        assertThat(sync().redoWithheld(TENANT, catalog.id())).isEqualTo(1);
        assertThat(due(catalog.id())).hasSize(1).allMatch(item -> item.state() == SyncState.REMOVABLE);
        sync().finish(begun(catalog.id(), 3, ""), Map.of(), Map.of());
        counts = sync().counts(TENANT, catalog.id(), NOW);
        assertThat(List.of(counts.present(), counts.deleted())).as("allowed").containsExactly(0L, 1L);
        assertThat(sync().due(OTHER, catalog.id(), 10)).isEmpty();
    }
}
