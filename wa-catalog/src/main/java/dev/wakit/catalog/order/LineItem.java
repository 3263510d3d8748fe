package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What was bought, as it was when it was bought. Immutable; a later change of the product changes nothing here.
 *
 * @param variant the variant; {@link #NO_VARIANT} if it is none of a catalog
 * @param retailerId its id in the catalog, 1 to 100 characters
 * @param title 1 to 200 characters
 * @param options such as {@code size} and its value
 * @param brand may be empty
 * @param imageLink may be empty
 * @param listPrice the regular price of one
 * @param taxRate such as 0.18; 0 if unknown
 * @since 0.1
 */
public record LineItem(
        VariantId variant,
        String retailerId,
        String title,
        Map<String, String> options,
        String brand,
        String imageLink,
        Money listPrice,
        BigDecimal taxRate) {

    /** No variant of a catalog. */
    public static final VariantId NO_VARIANT = new VariantId(0);

    /** Checks the lengths. */
    public LineItem {
        Limits.text("item.retailerId", retailerId, 1, 100);
        Limits.text("item.title", title, 1, 200);
        Limits.text("item.brand", brand, 0, 100);
        Limits.text("item.imageLink", imageLink, 0, 2_000);
        options = Limits.fields("item.options", options);
        if (taxRate.signum() < 0 || taxRate.scale() > 6) {
            throw new InvalidOrderException(
                    "item.taxRate", "is " + taxRate + ". Use 0 or more, with at most 6 decimals.");
        }
        taxRate = taxRate.signum() == 0 ? BigDecimal.ZERO : taxRate.stripTrailingZeros();
    }

    /** A snapshot of a variant of a product, without a tax rate. */
    public static LineItem of(Product product, Variant variant) {
        return new LineItem(
                variant.id(),
                variant.retailerId(),
                variant.spec().column("title").orElse(product.texts().title()),
                variant.spec().options(),
                product.texts().brand(),
                variant.spec().imageLink(),
                variant.spec().price(),
                BigDecimal.ZERO);
    }

    /** The same item with a tax rate. */
    public LineItem taxed(BigDecimal rate) {
        return new LineItem(variant, retailerId, title, options, brand, imageLink, listPrice, rate);
    }
}
