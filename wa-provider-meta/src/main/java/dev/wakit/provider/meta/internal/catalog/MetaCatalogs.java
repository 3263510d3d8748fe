package dev.wakit.provider.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.OutcomeUnknownException;
import dev.wakit.RequestRefusedException;
import dev.wakit.address.SenderId;
import dev.wakit.commerce.catalog.BatchReceipt;
import dev.wakit.commerce.catalog.BatchStatus;
import dev.wakit.commerce.catalog.CatalogLimits;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.commerce.catalog.ProductQuery;
import dev.wakit.commerce.catalog.ProductSet;
import dev.wakit.commerce.catalog.RemoteCatalog;
import dev.wakit.commerce.catalog.RemoteProduct;
import dev.wakit.commerce.catalog.RemoteProductPage;
import dev.wakit.commerce.catalog.ShopSettings;
import dev.wakit.internal.Check;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.ChangeAnswer;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Catalogs over Graph. Thread-safe. */
public final class MetaCatalogs implements CatalogGateway {

    private static final String OWNED = "owned_product_catalogs";
    private static final String CONNECTED = "product_catalogs";
    private static final String COMMERCE = "whatsapp_commerce_settings";
    private static final String FIELDS = "fields";
    private static final String LIMIT = "limit";
    private static final String LISTING = "100";

    private final GraphApi api;
    private final CatalogScope scope;
    private final ProductReader reader;

    /** The catalogs that the configuration leads to. */
    public MetaCatalogs(GraphApi api, CatalogScope scope) {
        this.api = api;
        this.scope = scope;
        this.reader = new ProductReader(scope.reviewChannel());
    }

    @Override
    public CatalogLimits limits() {
        return scope.limits();
    }

    @Override
    public List<RemoteCatalog> list() {
        String portfolio = scope.requirePortfolio();
        var all = new ArrayList<>(catalogs(portfolio, OWNED, false));
        all.addAll(catalogs(portfolio, "client_product_catalogs", true));
        return List.copyOf(all);
    }

    @Override
    public List<RemoteCatalog> connected() {
        return catalogs(scope.requireAccount(), CONNECTED, false);
    }

    private List<RemoteCatalog> catalogs(String owner, String edge, boolean shared) {
        return api.list(listing(owner, edge), node -> CatalogReader.catalog(node, shared));
    }

    @Override
    public Optional<RemoteCatalog> find(String catalogId) {
        var target = new GraphRequest(List.of(CatalogScope.catalog(catalogId)), Map.of(FIELDS, CatalogReader.FIELDS));
        return api.find(target).flatMap(node -> CatalogReader.catalog(node, false));
    }

    @Override
    public ChangeAnswer<RemoteCatalog> create(String name) {
        String checked = Check.present("catalog.name", name);
        GraphRequest target = GraphRequest.to(scope.requirePortfolio(), OWNED);
        return once(() -> {
            JsonNode answer =
                    api.post(target, Json.object().put("name", checked).put("vertical", "commerce"));
            return Json.text(answer, "id")
                    .map(id -> new RemoteCatalog(id, checked, OptionalLong.of(0), false))
                    .orElseThrow(
                            () -> new OutcomeUnknownException(
                                    "Meta answered without the id of the new catalog. List the catalogs before you ask again."));
        });
    }

    @Override
    public ChangeAnswer<String> connect(String catalogId) {
        String id = CatalogScope.catalog(catalogId);
        GraphRequest target = GraphRequest.to(scope.requireAccount(), CONNECTED);
        return once(() -> {
            done("connect the catalog", api.post(target, Json.object().put("catalog_id", id)));
            return id;
        });
    }

    @Override
    public ChangeAnswer<String> disconnect(String catalogId) {
        String id = CatalogScope.catalog(catalogId);
        var target = new GraphRequest(List.of(scope.requireAccount(), CONNECTED), Map.of("catalog_id", id));
        return once(() -> {
            done("disconnect the catalog", api.delete(target));
            return id;
        });
    }

    @Override
    public ShopSettings settings(SenderId sender) {
        return CatalogReader.settings(api.get(GraphRequest.to(sender.value(), COMMERCE)));
    }

    @Override
    public ChangeAnswer<ShopSettings> changeSettings(SenderId sender, ShopSettings change) {
        var query = new HashMap<String, String>();
        change.cart().ifPresent(cart -> query.put("is_cart_enabled", cart.toString()));
        change.catalogVisible().ifPresent(visible -> query.put("is_catalog_visible", visible.toString()));
        Check.that(!query.isEmpty(), "shop settings", "must change something. Set the cart or the visibility.");
        var target = new GraphRequest(List.of(sender.value(), COMMERCE), query);
        var call = new GraphCall(HttpCall.Method.POST, GraphCall.Host.GRAPH, target, Optional.empty());
        return once(() -> {
            done("change the settings", api.call(call));
            return change;
        });
    }

    @Override
    public ChangeAnswer<BatchReceipt> submit(String catalogId, List<ItemChange> changes) {
        List<ItemChange> copy = List.copyOf(changes);
        scope.limits().check(copy);
        GraphRequest target = GraphRequest.to(CatalogScope.catalog(catalogId), "items_batch");
        return once(() -> ItemsBatch.receipt(api.call(GraphCall.post(target, ItemsBatch.body(copy)))));
    }

    @Override
    public Optional<BatchStatus> batch(String catalogId, String handle) {
        var query = Map.of("handle", Check.present("batch handle", handle), "load_ids_of_invalid_requests", "true");
        var target = new GraphRequest(List.of(CatalogScope.catalog(catalogId), "check_batch_request_status"), query);
        return api.find(target).flatMap(ItemsBatch::status);
    }

    @Override
    public RemoteProductPage products(String catalogId, ProductQuery query) {
        var parameters = new HashMap<String, String>();
        parameters.put(FIELDS, ProductReader.fields(query.descriptions()));
        parameters.put(LIMIT, Integer.toString(query.pageSize()));
        query.after().ifPresent(after -> parameters.put("after", after));
        if (!query.retailerIds().isEmpty()) {
            parameters.put(
                    "filter",
                    Json.tree(Map.of("retailer_id", Map.of("is_any", query.retailerIds())))
                            .toString());
        }
        GraphApi.Page<RemoteProduct> page = api.page(
                new GraphRequest(List.of(CatalogScope.catalog(catalogId), "products"), parameters),
                node -> reader.read(node)
                        .filter(product -> query.retailerIds().isEmpty()
                                || query.retailerIds().contains(product.retailerId())));
        return new RemoteProductPage(page.elements(), page.after());
    }

    @Override
    public List<ProductSet> sets(String catalogId) {
        return api.list(listing(CatalogScope.catalog(catalogId), "product_sets"), CatalogReader::set);
    }

    private static GraphRequest listing(String owner, String edge) {
        return new GraphRequest(List.of(owner, edge), Map.of(FIELDS, CatalogReader.FIELDS, LIMIT, LISTING));
    }

    private static <T> ChangeAnswer<T> once(Supplier<T> change) {
        try {
            return new ChangeAnswer.Done<>(change.get());
        } catch (OutcomeUnknownException lost) {
            return new ChangeAnswer.Unknown<>(String.valueOf(lost.getMessage()));
        }
    }

    private static void done(String what, JsonNode answer) {
        if (!answer.path("success").asBoolean(true)) {
            throw new RequestRefusedException(
                    "Meta did not " + what + " and gave no reason. Look at it in Commerce Manager.");
        }
    }
}
