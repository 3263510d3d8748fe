package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryId;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import java.util.List;
import java.util.Optional;

/**
 * Messages of customers about products.
 *
 * @since 0.1
 */
public interface EnquiryStore {

    /**
     * Adds an enquiry and counts it for its variant, in one transaction; one of the same key is left alone.
     *
     * @return the enquiry of this key: this one, or the one that was there
     */
    Enquiry insert(Enquiry enquiry);

    /** The enquiry of this tenant with this id. */
    Optional<Enquiry> find(TenantId tenant, EnquiryId id);

    /** A page of enquiries, the newest first. */
    List<Enquiry> list(TenantId tenant, EnquiryQuery query);

    /**
     * Forgets a person: who asked, and what they wrote. The products stay.
     *
     * @return how many enquiries were theirs
     */
    int erase(TenantId tenant, String contact);
}
