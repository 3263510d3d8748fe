package dev.wakit.catalog.sync;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.commerce.catalog.ProductQuery;
import dev.wakit.commerce.catalog.RemoteProduct;
import dev.wakit.commerce.catalog.RemoteProductPage;
import dev.wakit.provider.CatalogGateway;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the BSP's catalog with the one here, page by page. Thread-safe. */
final class Reconciler {

    private static final int PAGE = 200;

    private final TenantId tenant;
    private final Catalog catalog;
    private final CatalogStores stores;
    private final CatalogGateway gateway;
    private final Wishes wishes;
    private final SyncSettings settings;

    Reconciler(Catalog catalog, CatalogStores stores, CatalogGateway gateway, Wishes wishes, SyncSettings settings) {
        this.tenant = catalog.tenant();
        this.catalog = catalog;
        this.stores = stores;
        this.gateway = gateway;
        this.wishes = wishes;
        this.settings = settings;
    }

    DriftReport run(boolean repair) {
        var drift = new Drift();
        ProductQuery query = ProductQuery.all();
        Optional<String> next;
        do {
            RemoteProductPage page = gateway.products(catalog.link().catalogId(), query);
            compare(page.products(), drift);
            next = page.next();
            query = next.map(query::after).orElse(query);
        } while (next.isPresent());
        lookForMissing(drift);
        if (repair) {
            stores.sync().redo(tenant, drift.toDo, true);
            stores.sync().redo(tenant, drift.gone, false);
        }
        return new DriftReport(
                drift.seen.size(), drift.different, drift.missing, drift.surplus, drift.foreign, drift.reviews, repair);
    }

    private void compare(List<RemoteProduct> remote, Drift drift) {
        List<String> ids = remote.stream().map(RemoteProduct::retailerId).toList();
        Map<String, SyncItem> items = byRetailerId(ids);
        Map<String, ItemWish> wanted = wishes.of(ids);
        Map<String, Review> reviews = reviews(ids);
        for (RemoteProduct product : remote) {
            drift.seen.add(product.retailerId());
            SyncItem item = items.get(product.retailerId());
            if (item == null) {
                drift.foreign.add(product.retailerId());
                continue;
            }
            review(item, product, reviews, drift);
            if (!item.inBatch() && item.due() == 0) {
                compare(
                        item,
                        product,
                        wanted.getOrDefault(item.retailerId(), ItemWish.nothing(item.retailerId())),
                        drift);
            }
        }
    }

    private void compare(SyncItem item, RemoteProduct product, ItemWish wish, Drift drift) {
        if (wish.isNothing()) {
            drift.surplus.add(item.retailerId());
            // What is withheld waits for a person, not for the next night.
            if (item.state() != SyncState.WITHHELD) {
                drift.toDo.add(item.variant());
            }
            return;
        }
        List<String> columns = RemoteColumns.different(wish, product, settings.remoteFields());
        if (!columns.isEmpty()) {
            drift.different.put(item.retailerId(), columns);
            drift.toDo.add(item.variant());
        }
    }

    private Map<String, SyncItem> byRetailerId(List<String> ids) {
        return stores.sync().items(tenant, catalog.id(), ids).stream()
                .collect(Collectors.toMap(SyncItem::retailerId, Function.identity()));
    }

    private Map<String, Review> reviews(List<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        return stores.products().findByRetailerIds(tenant, catalog.id(), ids).stream()
                .flatMap(product -> product.variants().stream())
                .filter(variant -> wanted.contains(variant.retailerId()))
                .collect(Collectors.toMap(Variant::retailerId, Variant::review));
    }

    private void review(SyncItem item, RemoteProduct product, Map<String, Review> known, Drift drift) {
        var reasons = new ArrayList<>(product.review().reasons());
        reasons.addAll(product.review().problems());
        Review before = known.getOrDefault(item.retailerId(), Review.NONE);
        var now = new Review(status(product, before), reasons, product.id());
        if (!now.equals(before) && stores.products().review(tenant, item.variant(), now)) {
            drift.reviews++;
        }
    }

    private static ReviewStatus status(RemoteProduct product, Review before) {
        return switch (product.review().status()) {
            case APPROVED -> ReviewStatus.APPROVED;
            case PENDING -> ReviewStatus.PENDING;
            case REJECTED -> ReviewStatus.REJECTED;
            case OUTDATED -> ReviewStatus.OUTDATED;
            case NO_REVIEW -> ReviewStatus.NO_REVIEW;
            // A word that nobody knows changes nothing, but a product that is there was handed in.
            case UNKNOWN -> before.status() == ReviewStatus.NOT_SUBMITTED ? ReviewStatus.PENDING : before.status();
        };
    }

    private void lookForMissing(Drift drift) {
        dev.wakit.catalog.product.ProductQuery query =
                dev.wakit.catalog.product.ProductQuery.first(PAGE).statuses(EnumSet.allOf(ProductStatus.class));
        List<Product> page = stores.products().list(tenant, catalog.id(), query);
        while (!page.isEmpty()) {
            missing(page, drift);
            page = stores.products()
                    .list(
                            tenant,
                            catalog.id(),
                            query.after(page.get(page.size() - 1).id()));
        }
    }

    private void missing(List<Product> page, Drift drift) {
        Map<String, ItemWish> wanted = wishes.of(page);
        List<String> unseen = wanted.values().stream()
                .filter(wish -> !wish.isNothing())
                .map(ItemWish::retailerId)
                .filter(id -> !drift.seen.contains(id))
                .sorted()
                .toList();
        if (unseen.isEmpty()) {
            return;
        }
        Map<String, SyncItem> items = byRetailerId(unseen);
        for (String id : unseen) {
            SyncItem item = items.get(id);
            if (item == null || item.inBatch() || item.due() > 0) {
                continue;
            }
            // What the BSP refused is missing for a reason that is known. The reason may be gone: an image that could
            // not be fetched.
            if (item.state() != SyncState.ERROR) {
                drift.missing.add(id);
            }
            drift.gone.add(item.variant());
        }
    }

    /** What was found so far. */
    private static final class Drift {
        private final Set<String> seen = new HashSet<>();
        private final TreeMap<String, List<String>> different = new TreeMap<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> surplus = new ArrayList<>();
        private final List<String> foreign = new ArrayList<>();
        private final Set<VariantId> toDo = new HashSet<>();
        private final Set<VariantId> gone = new HashSet<>();
        private long reviews;
    }
}
