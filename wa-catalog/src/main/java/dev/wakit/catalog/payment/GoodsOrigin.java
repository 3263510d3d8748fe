package dev.wakit.catalog.payment;

/**
 * Where goods come from, which India asks for. Immutable.
 *
 * @param country the country, such as {@code India}; empty if unknown
 * @param importerName who brought them into the country; empty if unknown
 * @param importerAddress where that is; empty if unknown
 * @since 0.1
 */
public record GoodsOrigin(String country, String importerName, String importerAddress) {

    /** Nothing is known. */
    public static final GoodsOrigin UNKNOWN = new GoodsOrigin("", "", "");
}
