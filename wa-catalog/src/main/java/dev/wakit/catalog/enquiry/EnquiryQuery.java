package dev.wakit.catalog.enquiry;

import dev.wakit.catalog.product.VariantId;
import java.util.Optional;

/**
 * Which enquiries to list, the newest first. Immutable; each setter returns a new query.
 *
 * @param contact only of this person; of all when empty
 * @param variant only about this variant; about all when empty
 * @param before only enquiries older than this one
 * @param limit at most so many, 1 to 200
 * @since 0.1
 */
public record EnquiryQuery(String contact, Optional<VariantId> variant, EnquiryId before, int limit) {

    /** Checks the limit. */
    public EnquiryQuery {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page of " + limit + " enquiries is not possible. Use 1 to 200.");
        }
    }

    /** The newest enquiries. */
    public static EnquiryQuery newest(int limit) {
        return new EnquiryQuery("", Optional.empty(), new EnquiryId(Long.MAX_VALUE), limit);
    }

    /** Only of this person. */
    public EnquiryQuery contact(String person) {
        return new EnquiryQuery(person, variant, before, limit);
    }

    /** Only about this variant. */
    public EnquiryQuery variant(VariantId only) {
        return new EnquiryQuery(contact, Optional.of(only), before, limit);
    }

    /** The page behind this enquiry. */
    public EnquiryQuery before(EnquiryId last) {
        return new EnquiryQuery(contact, variant, last, limit);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "EnquiryQuery[before " + before + " limit " + limit + "]";
    }
}
