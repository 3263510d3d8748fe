package dev.wakit.catalog;

import dev.wakit.TenantId;
import dev.wakit.catalog.store.CatalogStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The catalogs of one tenant. Thread-safe.
 *
 * @since 0.1
 */
public final class Catalogs {

    private final TenantId tenant;
    private final CatalogStore store;
    private final InstantSource clock;
    private final LongSupplier ids;

    Catalogs(TenantId tenant, CatalogStore store, InstantSource clock, LongSupplier ids) {
        this.tenant = tenant;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** Adds a catalog that is kept here only; its currency stays for ever. */
    public Catalog create(String name, Currency currency) {
        Instant now = clock.instant();
        var catalog = new Catalog(
                tenant,
                new CatalogId(ids.getAsLong()),
                name,
                currency,
                CatalogStatus.DRAFT,
                MetaLink.NONE,
                now,
                now,
                1);
        store.insert(catalog);
        return catalog;
    }

    /**
     * The catalog with this id.
     *
     * @throws NotFoundException if there is none
     */
    public Catalog get(CatalogId id) {
        return store.find(tenant, id).orElseThrow(() -> new NotFoundException("catalog " + id));
    }

    /** All catalogs that are not archived. */
    public List<Catalog> list() {
        return store.list(tenant);
    }

    /**
     * Changes a catalog, such as {@code save(catalog.named("Summer"))}.
     *
     * @return the catalog as it stands now
     * @throws StaleVersionException if somebody else changed it since it was read
     */
    public Catalog save(Catalog changed) {
        Catalog next = changed.changedAt(clock.instant());
        if (!next.tenant().equals(tenant) || !store.update(next)) {
            throw new StaleVersionException("catalog " + changed.id(), changed.version());
        }
        return next;
    }

    /** Puts a catalog out of use. */
    public Catalog archive(CatalogId id) {
        return save(get(id).in(CatalogStatus.ARCHIVED));
    }
}
