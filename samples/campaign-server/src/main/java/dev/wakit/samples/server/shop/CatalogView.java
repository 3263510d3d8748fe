package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.sync.SyncCounts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A catalog as it is shown.
 *
 * @param metaCatalog Meta's number of it; absent if it is only kept here
 * @param sync how many variants stand how at Meta; absent if it is only kept here, or this server did not mirror it yet
 */
record CatalogView(
        String id,
        String name,
        String currency,
        String status,
        @Nullable String metaCatalog,
        @Nullable SyncCounts sync,
        String createdAt,
        long version) {

    static CatalogView of(Catalog catalog, Optional<SyncCounts> sync) {
        String meta = catalog.link().catalogId();
        return new CatalogView(
                catalog.id().toString(),
                catalog.name(),
                catalog.currency().getCurrencyCode(),
                catalog.status().name(),
                meta.isEmpty() ? null : meta,
                sync.orElse(null),
                catalog.createdAt().toString(),
                catalog.version());
    }
}
