package dev.wakit.commerce.catalog;

import dev.wakit.internal.Check;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which products of a catalog to read, and how many at a time. Immutable.
 *
 * @since 0.1
 */
public final class ProductQuery {

    /** The most products of a page: {@value}, so that its answer stays below 4 MiB. */
    public static final int MAX_PAGE = 300;

    /** The most products of a page with descriptions: {@value}; a description may have 9,999 characters. */
    public static final int MAX_PAGE_WITH_DESCRIPTIONS = 50;

    /** The most retailer ids of a query: {@value}, which fit into an address. */
    public static final int MAX_RETAILER_IDS = 50;

    private final List<String> retailerIds;
    private final boolean descriptions;
    private final int pageSize;
    private final @Nullable String after;

    private ProductQuery(Builder builder) {
        this.retailerIds = builder.retailerIds;
        this.descriptions = builder.descriptions;
        int most = descriptions ? MAX_PAGE_WITH_DESCRIPTIONS : MAX_PAGE;
        this.pageSize =
                builder.pageSize == 0 ? most : (int) Check.range("product query page size", builder.pageSize, 1, most);
        this.after = builder.after;
    }

    /** Returns the query for the first page of all products, without descriptions. */
    public static ProductQuery all() {
        return builder().build();
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the query for the page after one, with its {@link RemoteProductPage#next()}. */
    public ProductQuery after(String pointer) {
        Builder builder =
                builder().retailerIds(retailerIds).descriptions(descriptions).pageSize(pageSize);
        return builder.after(pointer).build();
    }

    /** Returns the products that are asked for; empty for all. */
    public List<String> retailerIds() {
        return retailerIds;
    }

    /** Returns whether {@code description} is among the fields. */
    public boolean descriptions() {
        return descriptions;
    }

    /** Returns how many products a page holds. */
    public int pageSize() {
        return pageSize;
    }

    /** Returns the pointer of the page before, if not the first page is asked for. */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductQuery that
                && retailerIds.equals(that.retailerIds)
                && descriptions == that.descriptions
                && pageSize == that.pageSize
                && Objects.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(retailerIds, descriptions, pageSize, after);
    }

    @Override
    public String toString() {
        return "ProductQuery[" + (retailerIds.isEmpty() ? "all" : retailerIds.size() + " products") + ", " + pageSize
                + " a page]";
    }

    /**
     * Builds a {@link ProductQuery}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {

        private List<String> retailerIds = List.of();
        private boolean descriptions;
        private int pageSize;
        private @Nullable String after;

        private Builder() {}

        /**
         * Asks for these products only.
         *
         * @param retailerIds up to {@value ProductQuery#MAX_RETAILER_IDS}; none for all products
         */
        public Builder retailerIds(List<String> retailerIds) {
            this.retailerIds = Check.size("product query retailer ids", retailerIds, 0, MAX_RETAILER_IDS);
            return this;
        }

        /** Whether to read descriptions too, which makes pages smaller; false by default. */
        public Builder descriptions(boolean descriptions) {
            this.descriptions = descriptions;
            return this;
        }

        /** Sets how many products a page holds: the most that there may be, by default. */
        public Builder pageSize(int pageSize) {
            this.pageSize = (int) Check.range("product query page size", pageSize, 1, MAX_PAGE);
            return this;
        }

        /** Begins after a page, with its {@link RemoteProductPage#next()}. */
        public Builder after(String pointer) {
            this.after = Check.present("product query pointer", pointer);
            return this;
        }

        /**
         * Returns the query.
         *
         * @throws dev.wakit.InvalidMessageException if a page with descriptions is larger than it may be
         */
        public ProductQuery build() {
            return new ProductQuery(this);
        }
    }
}
