package dev.wakit.catalog.product;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which products of a catalog to list, in the order of their creation. Immutable; each setter returns a new query.
 *
 * @since 0.1
 */
public final class ProductQuery {

    private static final int MOST_WORDS = 5;
    private static final int MOST = 500;

    private final String text;
    private final Set<ProductStatus> statuses;
    private final Set<ReviewStatus> reviews;
    private final ProductId after;
    private final int limit;

    private ProductQuery(
            String text, Set<ProductStatus> statuses, Set<ReviewStatus> reviews, ProductId after, int limit) {
        this.text = text;
        this.statuses = statuses;
        this.reviews = reviews;
        this.after = after;
        this.limit = limit;
    }

    /**
     * The first page of all products that are not archived.
     *
     * @param limit at most so many, 1 to 500
     */
    public static ProductQuery first(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page of " + limit + " products is not possible. Use 1 to 500.");
        }
        return new ProductQuery(
                "", Set.of(ProductStatus.DRAFT, ProductStatus.ACTIVE), Set.of(), new ProductId(0), limit);
    }

    /**
     * Only products in whose title, brand, group id or retailer ids every word is found, in any case; the first five words count.
     */
    public ProductQuery text(String text) {
        return new ProductQuery(Objects.requireNonNull(text, "text"), statuses, reviews, after, limit);
    }

    /** Only products in these statuses. */
    public ProductQuery statuses(Set<ProductStatus> statuses) {
        return new ProductQuery(text, Set.copyOf(statuses), reviews, after, limit);
    }

    /** Only products with a variant for sale whose review stands so; all when empty. */
    public ProductQuery reviews(Set<ReviewStatus> reviews) {
        return new ProductQuery(text, statuses, Set.copyOf(reviews), after, limit);
    }

    /** The page behind this product. */
    public ProductQuery after(ProductId last) {
        return new ProductQuery(text, statuses, reviews, last, limit);
    }

    /** The words to search for, in lower case. */
    public Set<String> words() {
        return Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Only these statuses. */
    public Set<ProductStatus> statuses() {
        return statuses;
    }

    /** Only these reviews; all when empty. */
    public Set<ReviewStatus> reviews() {
        return reviews;
    }

    /** Behind which product the page begins. */
    public ProductId after() {
        return after;
    }

    /** At most so many. */
    public int limit() {
        return limit;
    }
}
