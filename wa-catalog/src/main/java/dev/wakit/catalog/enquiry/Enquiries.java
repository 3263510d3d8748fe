package dev.wakit.catalog.enquiry;

import dev.wakit.TenantId;
import dev.wakit.catalog.store.EnquiryStore;
import java.util.List;

/**
 * What customers of one tenant asked about products. Thread-safe.
 *
 * @since 0.1
 */
public final class Enquiries {

    private final TenantId tenant;
    private final EnquiryStore store;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Enquiries(TenantId tenant, EnquiryStore store) {
        this.tenant = tenant;
        this.store = store;
    }

    /** A page of enquiries, the newest first. */
    public List<Enquiry> list(EnquiryQuery query) {
        return store.list(tenant, query);
    }
}
