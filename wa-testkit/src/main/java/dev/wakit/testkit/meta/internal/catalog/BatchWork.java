package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.MagicItem;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Does what batches ask for. Guarded by the store. */
final class BatchWork {

    private final CatalogRules rules;
    private final boolean magic;
    private final LongSupplier numbers;
    private final Supplier<String> ids;

    BatchWork(CatalogRules rules, boolean magic, LongSupplier numbers, Supplier<String> ids) {
        this.rules = rules;
        this.magic = magic;
        this.numbers = numbers;
        this.ids = ids;
    }

    /** Does all of a batch, at a time, and ends it. */
    void run(Batch batch, Catalog catalog, Instant at) {
        for (JsonNode request : batch.work()) {
            String retailerId = Batch.retailerId(request);
            catalog.items.computeIfPresent(retailerId, (id, item) -> item.at(at));
            if (!request.path("method").asText("").equals("DELETE")) {
                put(batch, catalog, retailerId, request.path("data"), at);
            } else if (catalog.items.remove(retailerId) == null) {
                batch.warning(retailerId, "There is no product with this id.");
            }
        }
        batch.end();
    }

    private void put(Batch batch, Catalog catalog, String retailerId, JsonNode data, Instant at) {
        Item before = catalog.items.get(retailerId);
        MagicItem item = magic ? MagicItem.of(retailerId) : MagicItem.ORDINARY;
        List<String> problems = before == null ? ItemRules.problemsOfNew(data) : ItemRules.problems(data);
        if (before == null && !batch.mayCreate) {
            batch.error(retailerId, "There is no product with this id, and none may be created.");
        } else if (item == MagicItem.INVALID) {
            batch.error(retailerId, "The image cannot be fetched.");
        } else if (!problems.isEmpty()) {
            problems.forEach(problem -> batch.error(retailerId, problem));
        } else {
            if (item == MagicItem.WARNED) {
                batch.warning(retailerId, "The image is smaller than recommended.");
            }
            Instant decided = at.plus(rules.reviewTime());
            catalog.items.put(
                    retailerId,
                    before == null
                            ? Item.created(numbers.getAsLong(), ids.get(), retailerId, data, decided, magic)
                            : before.changed(data, decided));
        }
    }
}
