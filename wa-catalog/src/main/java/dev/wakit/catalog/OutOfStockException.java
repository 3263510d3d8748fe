package dev.wakit.catalog;

import dev.wakit.catalog.product.VariantId;

/**
 * Fewer are on hand than were asked for; nothing was reserved or moved.
 *
 * @since 0.1
 */
public final class OutOfStockException extends CatalogException {

    private static final long serialVersionUID = 1L;

    private final transient VariantId variant;
    private final int asked;

    /** Names the variant and how many were asked for. */
    public OutOfStockException(VariantId variant, int asked) {
        super("Variant " + variant + " has fewer than " + asked + " available. Order fewer, or receive stock first.");
        this.variant = variant;
        this.asked = asked;
    }

    /** What there is too little of. */
    public VariantId variant() {
        return variant;
    }

    /** How many were asked for. */
    public int asked() {
        return asked;
    }
}
