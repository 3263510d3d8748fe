package dev.wakit.catalog.sync;

import dev.wakit.commerce.catalog.ItemChange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is about to be handed in, by retailer id. Not thread-safe. */
final class Draft {

    final Map<String, ItemChange> data = new LinkedHashMap<>();
    final Map<SyncItem, String> tooLong = new HashMap<>();
    private final Map<String, SyncChange> changes = new HashMap<>();

    void put(SyncChange change, ItemChange itemChange) {
        changes.put(itemChange.retailerId(), change);
        data.put(itemChange.retailerId(), itemChange);
    }

    /** The changes of a batch. */
    List<SyncChange> of(List<ItemChange> batch) {
        return batch.stream()
                .map(change -> Objects.requireNonNull(changes.get(change.retailerId())))
                .toList();
    }
}
