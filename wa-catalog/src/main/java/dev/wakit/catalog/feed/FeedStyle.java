package dev.wakit.catalog.feed;

/**
 * How the columns of a product file are named.
 *
 * @since 0.1
 */
public enum FeedStyle {
    /** As Meta's product feeds name them: {@code id}, {@code title}, {@code image_link}. */
    META,
    /**
     * As people name them: {@code sku}, {@code name}, {@code description}, {@code price}, {@code url}, {@code image}, {@code images},
     * {@code brand}, {@code group}, {@code category}, {@code sale}, {@code sale_dates}, {@code weight}, and the others as Meta does.
     * When it is read, a price may come without its currency, and availability, condition and description may be left out.
     */
    SIMPLE;

    String name(String column) {
        return this == META ? column : FeedColumns.toSimple(column);
    }
}
