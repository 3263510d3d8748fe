package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogId;
import java.util.List;
import java.util.Optional;

/**
 * Catalogs.
 *
 * @since 0.1
 */
public interface CatalogStore {

    /** Adds a catalog. */
    void insert(Catalog catalog);

    /** The catalog of this tenant with this id. */
    Optional<Catalog> find(TenantId tenant, CatalogId id);

    /** All catalogs of a tenant that are not archived, by id. */
    List<Catalog> list(TenantId tenant);

    /**
     * Changes a catalog whose version is one less than this one's; its currency stays.
     *
     * @return false if it has another version or is not there; then nothing was written
     */
    boolean update(Catalog changed);
}
