package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wakit.AuthenticationException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.commerce.catalog.Availability;
import dev.wakit.commerce.catalog.BatchReceipt;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.commerce.catalog.BatchStatus;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ItemData;
import dev.wakit.commerce.catalog.ItemIssue;
import dev.wakit.commerce.catalog.ProductQuery;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.commerce.catalog.RemoteProduct;
import dev.wakit.commerce.catalog.RemoteProductPage;
import dev.wakit.commerce.catalog.ReviewStatus;
import dev.wakit.commerce.catalog.ShopSettings;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.ChangeAnswer;
import dev.wakit.testkit.SettableClock;
import dev.wakit.testkit.meta.MagicItem;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedCatalogs;
import dev.wakit.testkit.meta.SimulatedProduct;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogs against the simulator, whose time stands still until a test moves it. */
class CatalogWithSimulatorTest {

    private static final Duration BATCH = Duration.ofSeconds(30);
    private static final Duration REVIEW = Duration.ofMinutes(5);

    private final SettableClock clock = SettableClock.create();
    private final MetaSimulator simulator = MetaSimulator.builder()
            .clock(clock)
            .latency(Duration.ZERO, Duration.ZERO)
            .start();
    private final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .businessAccountId(simulator.wabaId())
            .portfolioId(simulator.portfolioId())
            .baseUrl(simulator.baseUrl())
            .build();
    private final CatalogGateway catalogs = provider.catalog().orElseThrow();
    private final SimulatedCatalogs meta = simulator.catalogs();
    private final String mugs = meta.connect("Mugs");

    CatalogWithSimulatorTest() {
        meta.batchTime(BATCH, BATCH);
        meta.reviewTime(REVIEW);
    }

    @AfterEach
    void stop() {
        provider.close();
        simulator.close();
    }

    @Test
    void createsListsAndConnectsCatalogs() {
        String shared = meta.share("Partner");

        RemoteCatalog plates = catalogs.create("Plates").orThrow();

        assertThat(catalogs.list())
                .extracting(RemoteCatalog::id, RemoteCatalog::name, RemoteCatalog::shared)
                .containsExactly(
                        tuple(mugs, "Mugs", false),
                        tuple(plates.id(), "Plates", false),
                        tuple(shared, "Partner", true));
        assertThat(catalogs.connected()).extracting(RemoteCatalog::id).containsExactly(mugs);
        assertThatThrownBy(() -> catalogs.connect(plates.id()))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("has a catalog already");
        assertThat(catalogs.disconnect(mugs).known()).contains(mugs);
        assertThat(catalogs.connect(plates.id()).known()).contains(plates.id());
        assertThat(catalogs.connected()).extracting(RemoteCatalog::name).containsExactly("Plates");
        assertThat(catalogs.find(plates.id())).map(RemoteCatalog::name).contains("Plates");
        assertThat(catalogs.find("4711")).isEmpty();
    }

    @Test
    void changesHowASenderShowsTheCatalog() {
        SenderId sender = SenderId.of(simulator.phoneNumberId());
        catalogs.changeSettings(sender, ShopSettings.of(true, false)).orThrow();

        catalogs.changeSettings(sender, ShopSettings.ofCatalogVisible(true)).orThrow();

        assertThat(catalogs.settings(sender)).isEqualTo(ShopSettings.of(true, true));
    }

    @Test
    void aBatchIsDoneWhenItsTimeIsOver() {
        String handle = submit(ItemChange.upsert("mug-1", mug("Blue")));

        assertThat(state(handle)).isEqualTo(BatchState.SCHEDULED);
        clock.advance(BATCH.dividedBy(2));
        assertThat(state(handle)).isEqualTo(BatchState.DISPATCHED);
        clock.advance(BATCH.dividedBy(3));
        assertThat(state(handle)).isEqualTo(BatchState.STARTED);
        assertThat(read()).isEmpty();
        clock.advance(BATCH);

        assertThat(state(handle)).isEqualTo(BatchState.FINISHED);
        RemoteProduct product = read().get(0);
        assertThat(product.retailerId()).isEqualTo("mug-1");
        assertThat(product.field("title")).contains("Blue");
        assertThat(product.field("price")).contains("$1,234.50");
        assertThat(product.field("currency")).contains("USD");
        assertThat(product.field("description")).isEmpty();
        assertThat(product.availability()).isEqualTo(Availability.IN_STOCK);
        assertThat(catalogs.find(mugs).orElseThrow().products()).hasValue(1);
    }

    @Test
    void errorsAndWarningsBelongToProductsAndTheOthersAreTaken() {
        ItemData incomplete = ItemData.of(Map.of("title", "Mug"));
        ItemData odd = ItemData.builder().set("price", "10,00").build();
        meta.batchTime(Duration.ZERO, Duration.ZERO);
        submit(ItemChange.upsert("old", mug("Old")));

        BatchReceipt receipt = catalogs.submit(
                        mugs,
                        List.of(
                                ItemChange.upsert("good", mug("Good")),
                                ItemChange.upsert("a-sim_invalid", mug("Invalid")),
                                ItemChange.upsert("a-sim_refused", mug("Refused")),
                                ItemChange.upsert("a-sim_warned", mug("Warned")),
                                ItemChange.upsert("incomplete", incomplete),
                                ItemChange.upsert("old", odd),
                                ItemChange.delete("nobody")))
                .orThrow();
        BatchStatus status =
                catalogs.batch(mugs, receipt.handle().orElseThrow()).orElseThrow();

        assertThat(receipt.errors()).extracting(ItemIssue::retailerId).containsExactly(Optional.of("a-sim_refused"));
        assertThat(status.failed()).containsExactlyInAnyOrder("a-sim_invalid", "incomplete", "old");
        assertThat(status.errors())
                .filteredOn(issue -> issue.retailerId().equals(Optional.of("incomplete")))
                .hasSize(7)
                .allSatisfy(issue -> assertThat(issue.message()).contains("required"));
        assertThat(status.errorCount()).isEqualTo(9);
        assertThat(status.warnings())
                .extracting(ItemIssue::retailerId)
                .containsExactly(Optional.of("a-sim_warned"), Optional.of("nobody"));
        assertThat(meta.products(mugs))
                .extracting(SimulatedProduct::retailerId)
                .containsExactly("old", "good", "a-sim_warned");
        assertThat(meta.product(mugs, "old").orElseThrow().fields()).containsEntry("price", "1234.50 USD");
    }

    @Test
    void aBatchOfRefusedProductsOnlyHasNoHandle() {
        BatchReceipt receipt = catalogs.submit(mugs, List.of(ItemChange.upsert("a-sim_refused", mug("Refused"))))
                .orThrow();

        assertThat(receipt.handle()).isEmpty();
        assertThat(meta.batches(mugs)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER_ONCE", "TRUNCATED_ANSWER_ONCE"})
    void aBatchWhoseAnswerIsLostIsUnknownAndMayBeHandedInAgain(MagicItem magic) {
        ItemChange change = ItemChange.upsert("a-" + magic.word(), mug("Blue"));

        ChangeAnswer<BatchReceipt> first = catalogs.submit(mugs, List.of(change));

        assertThat(first).isInstanceOf(ChangeAnswer.Unknown.class);
        assertThat(meta.calls("items_batch")).isEqualTo(1);
        assertThat(meta.batches(mugs)).hasSize(1);
        submit(change);
        clock.advance(BATCH);
        assertThat(meta.products(mugs)).singleElement().satisfies(product -> {
            assertThat(product.changes()).isEqualTo(2);
            assertThat(product.fields()).containsEntry("title", "Blue");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_ONCE", "SERVER_ERROR_ONCE"})
    void aBatchThatDidNotArriveIsUnknownTooAndIsNotRepeated(MagicItem magic) {
        ItemChange change = ItemChange.upsert("a-" + magic.word(), mug("Blue"));

        ChangeAnswer<BatchReceipt> first = catalogs.submit(mugs, List.of(change));

        assertThat(first).isInstanceOf(ChangeAnswer.Unknown.class);
        assertThat(meta.calls("items_batch")).isEqualTo(1);
        assertThat(meta.batches(mugs)).isEmpty();
        submit(change);
        assertThat(meta.batches(mugs)).hasSize(1);
    }

    @Test
    void anyShareOfAnswersCanBeLost() {
        meta.loseAnswers(1);

        assertThat(catalogs.submit(mugs, List.of(ItemChange.upsert("mug-1", mug("Blue")))))
                .isInstanceOf(ChangeAnswer.Unknown.class);
        assertThat(meta.batches(mugs)).hasSize(1);
    }

    @Test
    void aThrottledBatchIsRefusedAndNotTaken() {
        List<ItemChange> changes = List.of(ItemChange.upsert("a-sim_limited", mug("Blue")));

        assertThatThrownBy(() -> catalogs.submit(mugs, changes))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("80014");

        assertThat(meta.batches(mugs)).isEmpty();
        assertThat(catalogs.submit(mugs, changes)).isInstanceOf(ChangeAnswer.Done.class);
    }

    @Test
    void aCatalogTakesSoManyCallsInAnHour() {
        meta.callsPerHour(1, 2);
        String handle = submit(ItemChange.upsert("mug-1", mug("Blue")));

        assertThatThrownBy(() -> submit(ItemChange.upsert("mug-2", mug("Red"))))
                .isInstanceOf(RateLimitedException.class)
                .hasMessageContaining("80014");
        state(handle);
        read();
        assertThatThrownBy(this::read).isInstanceOf(RateLimitedException.class).hasMessageContaining("80009");
        clock.advance(Duration.ofHours(1));
        assertThat(state(handle)).isEqualTo(BatchState.FINISHED);
    }

    @Test
    void aScriptedRefusalIsThrownOnce() {
        meta.failNext(1, 400, 200);

        assertThatThrownBy(() -> submit(ItemChange.upsert("mug-1", mug("Blue"))))
                .isInstanceOf(AuthenticationException.class);
        submit(ItemChange.upsert("mug-1", mug("Blue")));
    }

    @Test
    void readsAreRepeatedWhenTheFaultMayPass() {
        meta.failNext(2, 503, 2);

        assertThat(read()).isEmpty();
        assertThat(meta.calls("products")).isEqualTo(3);
        meta.failNext(3, 503, 2);
        assertThatThrownBy(this::read).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void aStuckBatchStaysStartedUntilSomebodyEndsIt() {
        String handle = submit(ItemChange.upsert("a-sim_stuck", mug("Blue")));

        clock.advance(Duration.ofDays(1));

        assertThat(state(handle)).isEqualTo(BatchState.STARTED);
        assertThat(meta.products(mugs)).isEmpty();
        meta.finish(handle);
        assertThat(state(handle)).isEqualTo(BatchState.FINISHED);
        assertThat(meta.products(mugs)).hasSize(1);
    }

    @Test
    void aSilentBatchIsDoneAndNeverSaysSo() {
        String handle = submit(ItemChange.upsert("a-sim_silent", mug("Blue")));

        clock.advance(Duration.ofDays(1));

        assertThat(state(handle)).isEqualTo(BatchState.STARTED);
        assertThat(meta.products(mugs)).hasSize(1);
    }

    @Test
    void aForgottenHandleIsUnknown() {
        String handle = submit(ItemChange.upsert("a-sim_forgotten", mug("Blue")));

        clock.advance(BATCH);

        assertThat(catalogs.batch(mugs, handle)).isEmpty();
        assertThat(catalogs.batch(mugs, "nonsense")).isEmpty();
        assertThat(meta.products(mugs)).hasSize(1);
    }

    @Test
    void aBatchThatBreaksOffIsDoneByHalf() {
        String handle =
                submit(ItemChange.upsert("mug-1", mug("Blue")), ItemChange.upsert("a-sim_batch_error", mug("Red")));

        clock.advance(BATCH);

        assertThat(state(handle)).isEqualTo(BatchState.ERROR);
        assertThat(state(handle).isOver()).isTrue();
        assertThat(meta.products(mugs)).extracting(SimulatedProduct::retailerId).containsExactly("mug-1");
    }

    @Test
    void aSlowBatchIsOvertakenAndUndoesWhatCameAfterIt() {
        String slow = submit(ItemChange.upsert("a-sim_slow", mug("First")));
        String quick = submit(ItemChange.upsert("a-sim_slow", mug("Second")));

        clock.advance(BATCH);

        assertThat(state(slow)).isNotEqualTo(BatchState.FINISHED);
        assertThat(state(quick)).isEqualTo(BatchState.FINISHED);
        assertThat(title("a-sim_slow")).isEqualTo("Second");
        clock.advance(BATCH.multipliedBy(9));
        assertThat(state(slow)).isEqualTo(BatchState.FINISHED);
        assertThat(title("a-sim_slow")).isEqualTo("First");
    }

    @Test
    void heldBatchesWait() {
        meta.holdBatches(true);
        String handle = submit(ItemChange.upsert("mug-1", mug("Blue")));

        clock.advance(Duration.ofHours(1));

        assertThat(state(handle)).isEqualTo(BatchState.SCHEDULED);
        meta.holdBatches(false);
        assertThat(state(handle)).isEqualTo(BatchState.FINISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "mug, APPROVED",
        "a-sim_rejected, REJECTED",
        "a-sim_in_review, PENDING",
        "a-sim_outdated, OUTDATED",
    })
    void aProductIsReviewed(String retailerId, ReviewStatus expected) {
        submit(ItemChange.upsert(retailerId, mug("Blue")));
        clock.advance(BATCH);
        assertThat(read().get(0).review().status()).isEqualTo(ReviewStatus.PENDING);

        clock.advance(REVIEW);

        RemoteProduct reviewed = read().get(0);
        assertThat(reviewed.review().status()).isEqualTo(expected);
        assertThat(reviewed.review().reasons()).hasSize(expected == ReviewStatus.REJECTED ? 1 : 0);
    }

    @Test
    void aProductThatPeopleSeeOtherwiseIsReviewedAgainButNotForItsStock() {
        done(ItemChange.upsert("mug-1", mug("Blue")));
        clock.advance(REVIEW);

        done(ItemChange.update("mug-1", ItemData.of(Map.of("availability", "out of stock"))));
        assertThat(read().get(0).review().status()).isEqualTo(ReviewStatus.APPROVED);
        assertThat(read().get(0).availability()).isEqualTo(Availability.OUT_OF_STOCK);
        done(ItemChange.update("mug-1", ItemData.of(Map.of("title", "Red"))));
        assertThat(read().get(0).review().status()).isEqualTo(ReviewStatus.OUTDATED);
        clock.advance(REVIEW);
        assertThat(read().get(0).review().status()).isEqualTo(ReviewStatus.APPROVED);
        meta.review(mugs, "mug-1", "REJECTED", "Alcohol");
        assertThat(read().get(0).review().reasons()).containsExactly("Alcohol");
    }

    @Test
    void updatesCreateNothingAndEmptyTextsClear() {
        done(ItemChange.upsert(
                "mug-1", ItemData.builder().set("sale_price", "9.00 USD").build()));
        assertThat(meta.products(mugs)).isEmpty();
        done(ItemChange.upsert("mug-1", mug("Blue")));

        String handle = submit(
                ItemChange.update(
                        "mug-1",
                        ItemData.builder().set("sale_price", "9.00 USD").build()),
                ItemChange.update("mug-2", mug("Red")));
        clock.advance(BATCH);
        assertThat(catalogs.batch(mugs, handle).orElseThrow().failed()).containsExactly("mug-2");
        assertThat(read().get(0).field("sale_price")).contains("$9.00");

        done(ItemChange.update("mug-1", ItemData.builder().set("sale_price", "").build()));
        assertThat(read().get(0).field("sale_price")).isEmpty();
        done(ItemChange.delete("mug-1"));
        assertThat(read()).isEmpty();
    }

    @Test
    void whatPeopleDoInCommerceManagerIsSeen() {
        done(ItemChange.upsert("mug-1", mug("Blue")), ItemChange.upsert("mug-2-sim_hidden", mug("Red")));

        meta.edit(mugs, "mug-1", Map.of("title", "Edited"));

        assertThat(read())
                .extracting(product -> product.field("title").orElse(""), RemoteProduct::isHidden)
                .containsExactly(tuple("Edited", false), tuple("Red", true));
        meta.remove(mugs, "mug-1");
        assertThat(read()).extracting(RemoteProduct::retailerId).containsExactly("mug-2-sim_hidden");
    }

    @Test
    void readsPageAfterPageWhileProductsComeAndGo() {
        List<ItemChange> all = IntStream.range(0, 12)
                .<ItemChange>mapToObj(i -> ItemChange.upsert("mug-" + i, mug("Mug " + i)))
                .toList();
        done(all.toArray(ItemChange[]::new));
        ProductQuery query = ProductQuery.builder().pageSize(5).build();

        var seen = new ArrayList<String>();
        RemoteProductPage page = catalogs.products(mugs, query);
        meta.remove(mugs, "mug-0");
        for (; ; page = catalogs.products(mugs, query.after(page.next().orElseThrow()))) {
            page.products().forEach(product -> seen.add(product.retailerId()));
            if (page.next().isEmpty()) {
                break;
            }
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "mug-" + i).toList());
    }

    @Test
    void readsTheProductsThatAreNamedWithTheirDescriptions() {
        done(ItemChange.upsert("mug 1,\"a\"", mug("Blue")), ItemChange.upsert("mug-2", mug("Red")));

        RemoteProductPage page = catalogs.products(
                mugs,
                ProductQuery.builder()
                        .retailerIds(List.of("mug 1,\"a\"", "nobody"))
                        .descriptions(true)
                        .build());

        assertThat(page.products()).extracting(RemoteProduct::retailerId).containsExactly("mug 1,\"a\"");
        assertThat(page.products().get(0).field("description")).contains("A mug.");
    }

    @Test
    void readsSets() {
        done(ItemChange.upsert("mug-1", mug("Blue")));
        meta.addSet(mugs, "Summer", List.of("mug-1", "mug-2"));

        assertThat(catalogs.sets(mugs)).singleElement().satisfies(set -> {
            assertThat(set.name()).isEqualTo("Summer");
            assertThat(set.products()).hasValue(1);
        });
    }

    @Test
    void fiftyThousandProductsAreTenCalls() {
        ItemData data = mug("Mug");
        List<ItemChange> all = IntStream.range(0, 50_000)
                .<ItemChange>mapToObj(i -> ItemChange.upsert("mug-" + i, data))
                .toList();

        List<List<ItemChange>> batches = catalogs.limits().split(all);
        batches.forEach(batch -> catalogs.submit(mugs, batch).orThrow());
        clock.advance(BATCH);

        assertThat(meta.calls("items_batch")).isEqualTo(batches.size()).isEqualTo(10);
        assertThat(catalogs.find(mugs).orElseThrow().products()).hasValue(50_000);
    }

    /** The plainest sync there can be: hand in, hand in again if nobody knows, wait, compare. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whoRepeatsWhatIsUnknownEndsWithEqualCatalogs(long seed) {
        var random = new Random(seed);
        var own = new TreeMap<String, String>();
        meta.loseAnswers(0.3);
        List<String> words = Stream.of(MagicItem.values())
                .filter(item -> item.isOfBatch() && item != MagicItem.RATE_LIMITED_ONCE)
                .map(MagicItem::word)
                .toList();
        for (int round = 0; round < 15; round++) {
            var changes = new TreeMap<String, ItemChange>();
            for (int i = 0; i < 4; i++) {
                String word = random.nextInt(3) == 0 ? words.get(random.nextInt(words.size())) : "plain";
                String id = "mug-" + word + "-" + random.nextInt(3);
                if (random.nextInt(4) == 0) {
                    own.remove(id);
                    changes.put(id, ItemChange.delete(id));
                } else {
                    own.put(id, "Title " + round + "/" + i);
                    changes.put(id, ItemChange.upsert(id, mug("Title " + round + "/" + i)));
                }
            }
            insist(List.copyOf(changes.values()));
        }

        assertThat(catalogs.products(mugs, ProductQuery.all()).products())
                .extracting(product ->
                        Map.entry(product.retailerId(), product.field("title").orElse("")))
                .containsExactlyInAnyOrderElementsOf(own.entrySet());
        assertThat(meta.calls("items_batch")).isGreaterThan(15);
    }

    private void insist(List<ItemChange> changes) {
        for (int attempt = 0; attempt < 40; attempt++) {
            Optional<BatchReceipt> receipt = catalogs.submit(mugs, changes).known();
            // Ten times as long, since a slow batch that is waited for overtakes nobody.
            clock.advance(BATCH.multipliedBy(10));
            boolean finished = receipt.flatMap(BatchReceipt::handle)
                    .flatMap(handle -> catalogs.batch(mugs, handle))
                    .filter(status -> status.state() == BatchState.FINISHED)
                    .isPresent();
            if (finished) {
                return;
            }
        }
        throw new AssertionError("The changes were never finished: " + changes);
    }

    private String submit(ItemChange... changes) {
        return catalogs.submit(mugs, List.of(changes)).orThrow().handle().orElseThrow();
    }

    private void done(ItemChange... changes) {
        submit(changes);
        clock.advance(BATCH);
    }

    private BatchState state(String handle) {
        return catalogs.batch(mugs, handle).orElseThrow().state();
    }

    private List<RemoteProduct> read() {
        return catalogs.products(mugs, ProductQuery.all()).products();
    }

    private String title(String retailerId) {
        return meta.product(mugs, retailerId).orElseThrow().fields().get("title");
    }

    private static ItemData mug(String title) {
        ItemData.Builder data = ItemData.builder().set("title", title);
        Stream.of(
                        "description=A mug.",
                        "availability=in stock",
                        "condition=new",
                        "price=1234.50 USD",
                        "link=https://shop.example/mug",
                        "image_link=https://shop.example/mug.png",
                        "brand=WaKit")
                .map(field -> field.split("=", 2))
                .forEach(field -> data.set(field[0], field[1]));
        return data.build();
    }
}
