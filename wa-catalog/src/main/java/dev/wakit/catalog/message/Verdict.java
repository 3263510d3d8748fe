package dev.wakit.catalog.message;

import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.StockLevel;
import java.util.List;
import java.util.Optional;

/**
 * Whether a variant may be shown now. Immutable.
 *
 * @param variant which one
 * @param leftOut why not; empty if it may
 */
record Verdict(VariantId variant, Optional<LeftOut> leftOut) {

    static Verdict of(Product product, Variant variant, List<StockLevel> levels) {
        return new Verdict(variant.id(), leftOut(product, variant, levels));
    }

    boolean isShown() {
        return leftOut.isEmpty();
    }

    private static Optional<LeftOut> leftOut(Product product, Variant variant, List<StockLevel> levels) {
        return switch (product.status()) {
            case DRAFT -> because(variant, LeftOutReason.HIDDEN, "The product is being prepared.");
            case ARCHIVED -> because(variant, LeftOutReason.ARCHIVED, "The product is out of sale.");
            case ACTIVE -> ofActive(variant, levels);
        };
    }

    private static Optional<LeftOut> ofActive(Variant variant, List<StockLevel> levels) {
        if (!variant.isForSale()) {
            return because(variant, LeftOutReason.NOT_FOR_SALE, "The variant is not for sale any more.");
        }
        if (!variant.review().status().isShown()) {
            return because(variant, LeftOutReason.NOT_APPROVED, review(variant.review()));
        }
        Availability availability = StockLevel.availability(variant.spec().availability(), levels);
        return switch (availability) {
            case IN_STOCK, PREORDER, AVAILABLE_FOR_ORDER -> Optional.empty();
            case OUT_OF_STOCK, PENDING ->
                because(variant, LeftOutReason.OUT_OF_STOCK, "Its availability is '" + availability.text() + "'.");
            case DISCONTINUED, MARK_AS_SOLD, MARK_AS_EXPIRED ->
                because(variant, LeftOutReason.NOT_FOR_SALE, "Its availability is '" + availability.text() + "'.");
        };
    }

    private static String review(Review review) {
        String reasons = review.reasons().isEmpty() ? "" : " (" + String.join(", ", review.reasons()) + ")";
        return "Meta's review is " + review.status() + reasons + ".";
    }

    private static Optional<LeftOut> because(Variant variant, LeftOutReason reason, String detail) {
        return Optional.of(new LeftOut(variant.retailerId(), reason, detail));
    }
}
