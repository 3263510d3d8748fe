package dev.wakit.catalog.feed;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.InvalidProductException;
import dev.wakit.catalog.RuleBreak;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.Products;
import dev.wakit.catalog.product.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out which products the rows of one batch make. Not thread-safe. */
final class FeedBatch {

    private final Products products;
    private final Catalog catalog;
    private final boolean isSimple;
    private final Map<String, Product> byId = new HashMap<>();
    private final Map<String, Product> byGroup = new HashMap<>();
    private final Map<String, FeedTarget> targets = new LinkedHashMap<>();
    private final List<Product> changes = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private long unchanged;
    private long rejected;

    private FeedBatch(Products products, Catalog catalog, boolean isSimple) {
        this.products = products;
        this.catalog = catalog;
        this.isSimple = isSimple;
    }

    static FeedBatch of(Products products, Catalog catalog, List<FeedRow> rows, boolean isSimple) {
        var batch = new FeedBatch(products, catalog, isSimple);
        batch.find(rows);
        rows.forEach(batch::read);
        batch.targets.values().forEach(batch::merge);
        return batch;
    }

    /** The products that are new or different. */
    List<Product> changes() {
        return changes;
    }

    /** How many products are as they were. */
    long unchanged() {
        return unchanged;
    }

    /** How many rows were not taken over. */
    long rejected() {
        return rejected;
    }

    /** Why they were not. */
    List<RowProblem> problems() {
        return problems;
    }

    private void find(List<FeedRow> rows) {
        List<String> ids = rows.stream().map(row -> row.value("id")).toList();
        List<String> groups = rows.stream()
                .map(row -> row.value("item_group_id"))
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
        for (Product product : products.findByRetailerIds(catalog.id(), ids)) {
            product.variants().forEach(variant -> byId.put(variant.retailerId(), product));
        }
        for (Product product : products.findByGroupIds(catalog.id(), groups)) {
            byGroup.putIfAbsent(product.texts().groupId(), product);
        }
    }

    private void read(FeedRow row) {
        Product known = byId.get(row.value("id"));
        ProductSpec item;
        try {
            item = ItemParser.parse(item(row, known), catalog.currency(), isSimple);
        } catch (InvalidProductException invalid) {
            reject(List.of(row.line()), invalid.breaks());
            return;
        }
        String group = item.texts().groupId();
        if (known != null && !known.texts().groupId().equals(group)) {
            reject(
                    List.of(row.line()),
                    List.of(new RuleBreak(
                            "item_group_id",
                            group,
                            "The item is in group '" + known.texts().groupId() + "' here",
                            "Keep the group, or give the item another id.")));
            return;
        }
        Product of = known != null ? known : group.isEmpty() ? null : byGroup.get(group);
        String key = of != null ? of.id().toString() : group.isEmpty() ? "item " + row.value("id") : "group " + group;
        targets.computeIfAbsent(key, unused -> new FeedTarget(of)).add(row.line(), item);
    }

    // What is there, changed by what the row says.
    private static Map<String, String> item(FeedRow row, @Nullable Product known) {
        var item = new TreeMap<String, String>();
        if (known != null) {
            Variant variant = known.variant(row.value("id")).orElseThrow();
            item.putAll(FeedItem.of(known.texts(), variant));
        }
        row.values().forEach((column, value) -> {
            if (value.isEmpty()) {
                item.remove(column);
            } else {
                item.put(column, value);
            }
        });
        return item;
    }

    private void merge(FeedTarget target) {
        try {
            Product known = target.known();
            if (known == null) {
                changes.add(products.draft(catalog, target.merged()));
                return;
            }
            Product changed = products.changed(catalog, known, target.merged());
            if (changed.version() == known.version()) {
                unchanged++;
            } else {
                changes.add(changed);
            }
        } catch (InvalidProductException invalid) {
            reject(target.lines(), invalid.breaks());
        }
    }

    private void reject(List<Long> lines, List<RuleBreak> breaks) {
        rejected += lines.size();
        breaks.forEach(broken -> problems.add(new RowProblem(lines.get(0), broken)));
    }
}
