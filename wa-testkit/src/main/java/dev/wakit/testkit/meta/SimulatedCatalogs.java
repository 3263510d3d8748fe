package dev.wakit.testkit.meta;

import dev.wakit.testkit.meta.internal.catalog.CatalogDesk;
import dev.wakit.testkit.meta.internal.catalog.CatalogRules;
import dev.wakit.testkit.meta.internal.catalog.CatalogStore;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.simulator.internal.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The catalogs of a simulator, from Meta's side: what it has, and what a test can do to it. Thread-safe.
 *
 * <p>Time is the simulator's clock: with a clock that stands still a batch is not over before the test moves the clock, and no thread
 * waits for anything. A batch takes 0.5 to 2 s and a review 1 s unless set.
 */
public final class SimulatedCatalogs {

    private final CatalogStore store;
    private final CatalogDesk desk;
    private final CatalogRules rules;

    SimulatedCatalogs(CatalogStore store, CatalogDesk desk, CatalogRules rules) {
        this.store = store;
        this.desk = desk;
        this.rules = rules;
    }

    /** Creates a catalog of the portfolio, connects it to the account, and returns its id. */
    public String connect(String name) {
        String id = create(name);
        store.connect(id);
        return id;
    }

    /** Creates a catalog of the portfolio, and returns its id. */
    public String create(String name) {
        return store.create(Objects.requireNonNull(name, "name"), true);
    }

    /** Creates a catalog that another business shares with the portfolio, and returns its id. */
    public String share(String name) {
        return store.create(Objects.requireNonNull(name, "name"), false);
    }

    /** Adds a set of products to a catalog, and returns its id. */
    public String addSet(String catalogId, String name, List<String> retailerIds) {
        return store.addSet(catalogId, name, retailerIds);
    }

    /** Returns the products of a catalog as they are now, in the order in which they were created. */
    public List<SimulatedProduct> products(String catalogId) {
        return store.products(catalogId);
    }

    /** Returns one product as it is now. */
    public Optional<SimulatedProduct> product(String catalogId, String retailerId) {
        return products(catalogId).stream()
                .filter(product -> product.retailerId().equals(retailerId))
                .findFirst();
    }

    /** Returns the batches that were taken, in the order in which they came. */
    public List<SimulatedBatch> batches(String catalogId) {
        return store.batches(catalogId);
    }

    /** Returns how many calls of an edge, such as {@code items_batch} or {@code products}, came for any catalog, refused ones too. */
    public long calls(String edge) {
        return desk.calls(edge);
    }

    /** Ends a batch now, also one that is stuck or held. */
    public void finish(String handle) {
        store.finish(handle);
    }

    /** Holds all batches back while true: they are scheduled, and nothing is done. */
    public void holdBatches(boolean held) {
        store.hold(held);
    }

    /** Decides about a product, instead of the review: any status of {@link SimulatedProduct#review()}. */
    public void review(String catalogId, String retailerId, String status, String... reasons) {
        store.review(catalogId, retailerId, status, List.of(reasons));
    }

    /** Changes a product as somebody does in Commerce Manager. */
    public void edit(String catalogId, String retailerId, Map<String, String> fields) {
        store.edit(catalogId, retailerId, fields);
    }

    /** Removes a product as somebody does in Commerce Manager. */
    public void remove(String catalogId, String retailerId) {
        store.remove(catalogId, retailerId);
    }

    /** Refuses the next {@code count} calls of catalogs with the given HTTP status and Graph code. */
    public void failNext(int count, int httpStatus, int code) {
        rules.switches().failNext(count, GraphErrors.scripted(httpStatus, code));
    }

    /** Changes the share of batches that are taken and whose answer is lost. */
    public void loseAnswers(double share) {
        rules.switches().lostResponses(MetaSimulatorBuilder.share("loseAnswers", share));
    }

    /** Changes how long a batch takes; of two batches with different times the later one may be over first. */
    public void batchTime(Duration shortest, Duration longest) {
        rules.batchTime(new Span(shortest, longest));
    }

    /** Posts a webhook of the catalog for each batch that is taken from now on and finishes, as for an app that subscribed; false unless set. */
    public void batchWebhooks(boolean posted) {
        rules.batchWebhooks(posted);
    }

    /** Changes how long a review takes. */
    public void reviewTime(Duration duration) {
        rules.reviewTime(duration);
    }

    /**
     * Changes how many calls a catalog takes in an hour; 0, the usual value, for no limit.
     *
     * @param batches calls of {@code items_batch}, refused with 80014 beyond
     * @param others all other calls of the catalog, refused with 80009 beyond
     */
    public void callsPerHour(int batches, int others) {
        rules.callsPerHour(batches, others);
    }
}
