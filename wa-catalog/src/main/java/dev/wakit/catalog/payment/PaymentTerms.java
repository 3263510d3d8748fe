package dev.wakit.catalog.payment;

import dev.wakit.commerce.GoodsKind;
import java.util.Objects;

/**
 * How the orders of a business are paid inside WhatsApp. Immutable; each setter returns new terms.
 *
 * @param country where the business's number is
 * @param goods what is sold
 * @param ways how an order can be paid
 * @param paymentType the payment system, such as {@code br}; empty in India
 * @param metaCatalog the catalog of the items, by Meta's id; empty if they are in none. Without one, physical goods in India need
 *     their origin with each item
 * @param origin the origin of the goods; only used without a catalog
 * @since 0.1
 */
public record PaymentTerms(
        PaymentCountry country,
        GoodsKind goods,
        PaymentWays ways,
        String paymentType,
        String metaCatalog,
        GoodsOrigin origin) {

    /** Checks that all is there. */
    public PaymentTerms {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(goods, "goods");
        Objects.requireNonNull(ways, "ways");
        Objects.requireNonNull(origin, "origin");
    }

    /** Terms without payment system, catalog and origin. */
    public static PaymentTerms of(PaymentCountry country, GoodsKind goods, PaymentWays ways) {
        return new PaymentTerms(country, goods, ways, "", "", GoodsOrigin.UNKNOWN);
    }

    /** With a payment system. */
    public PaymentTerms paymentType(String type) {
        return new PaymentTerms(country, goods, ways, type, metaCatalog, origin);
    }

    /** With the catalog of the items. */
    public PaymentTerms metaCatalog(String id) {
        return new PaymentTerms(country, goods, ways, paymentType, id, origin);
    }

    /** With the origin of the goods. */
    public PaymentTerms origin(GoodsOrigin goodsOrigin) {
        return new PaymentTerms(country, goods, ways, paymentType, metaCatalog, goodsOrigin);
    }
}
