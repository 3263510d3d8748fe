package dev.wakit.catalog.enquiry;

import dev.wakit.TenantId;
import dev.wakit.catalog.product.VariantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of a customer about a product. Immutable.
 *
 * @param tenant its owner
 * @param id its id
 * @param key what makes it exist once: a digest of the business number and the message
 * @param sender the business number that was written to, by the BSP's id; empty if unknown
 * @param contact who wrote, as {@code Recipient.key()} has it; empty if unknown or erased
 * @param name the name that the person chose; empty if unknown or erased
 * @param metaCatalog the catalog, by Meta's id
 * @param retailerId the product
 * @param variant the variant; empty if it is none of a catalog here
 * @param text what was written; empty if nothing, or erased
 * @param sentAt when it was written
 * @since 0.1
 */
public record Enquiry(
        TenantId tenant,
        EnquiryId id,
        String key,
        String sender,
        String contact,
        String name,
        String metaCatalog,
        String retailerId,
        Optional<VariantId> variant,
        String text,
        Instant sentAt) {

    /** Without personal data. */
    @Override
    public String toString() {
        return "Enquiry[" + id + "]";
    }
}
