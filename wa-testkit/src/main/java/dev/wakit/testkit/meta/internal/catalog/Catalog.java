package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One catalog and its products. Guarded by the store. */
final class Catalog {

    final String id;
    final String name;
    final boolean owned;
    final Map<String, Item> items = new HashMap<>();
    final List<ProductSet> sets = new ArrayList<>();

    record ProductSet(String id, String name, List<String> retailerIds) {

        ProductSet {
            retailerIds = List.copyOf(retailerIds);
        }
    }

    Catalog(String id, String name, boolean owned) {
        this.id = id;
        this.name = name;
        this.owned = owned;
    }

    /** The products as they are now, in the order in which they were created. */
    List<Item> items(Instant now) {
        items.replaceAll((retailerId, item) -> item.at(now));
        return items.values().stream()
                .sorted(Comparator.comparingLong(Item::number))
                .toList();
    }

    ObjectNode json() {
        return Json.object().put("id", id).put("name", name).put("product_count", items.size());
    }

    ObjectNode json(ProductSet set) {
        long there = set.retailerIds().stream().filter(items::containsKey).count();
        return Json.object().put("id", set.id()).put("name", set.name()).put("product_count", there);
    }
}
