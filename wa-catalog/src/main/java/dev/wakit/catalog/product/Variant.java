package dev.wakit.catalog.product;

/**
 * A variant as it stood at one moment. Immutable.
 *
 * @param id its id here
 * @param spec what it is
 * @param isForSale false once it was left out of an update of its product; then it is kept for the orders that name it
 * @param review what Meta's review found
 * @since 0.1
 */
public record Variant(VariantId id, VariantSpec spec, boolean isForSale, Review review) {

    /** Its id in the catalog. */
    public String retailerId() {
        return spec.retailerId();
    }
}
