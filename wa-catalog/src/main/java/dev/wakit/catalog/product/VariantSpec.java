package dev.wakit.catalog.product;

import dev.wakit.catalog.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a variant should be: the thing that is ordered, with a price and a stock of its own.
 *
 * <p>Its rules are checked together with those of its product, by {@link ProductSpec.Builder#build()}. Immutable.
 *
 * @since 0.1
 */
public final class VariantSpec {

    private final String retailerId;
    private final Money price;
    private final @Nullable Sale sale;
    private final Availability availability;
    private final Condition condition;
    private final String imageLink;
    private final List<String> moreImages;
    private final SortedMap<String, String> options;
    private final SortedMap<String, String> columns;

    private VariantSpec(Builder builder) {
        this.retailerId = builder.retailerId;
        this.price = builder.price;
        this.sale = builder.sale;
        this.availability = builder.availability;
        this.condition = builder.condition;
        this.imageLink = builder.imageLink;
        this.moreImages = List.copyOf(builder.moreImages);
        this.options = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(builder.options));
        this.columns = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(builder.columns));
    }

    /**
     * Starts a variant that is new and in stock.
     *
     * @param retailerId its id in the catalog, in messages and in orders; at most 100 characters
     * @param price above nothing
     * @param imageLink an https address of a JPEG or PNG image
     */
    public static Builder builder(String retailerId, Money price, String imageLink) {
        return new Builder(retailerId, price, imageLink);
    }

    /** A builder with everything set here. */
    public Builder toBuilder() {
        var builder = new Builder(retailerId, price, imageLink);
        builder.sale = sale;
        builder.availability = availability;
        builder.condition = condition;
        builder.moreImages = moreImages;
        builder.options = options;
        builder.columns.putAll(columns);
        return builder;
    }

    /** Its id in the catalog. */
    public String retailerId() {
        return retailerId;
    }

    /** The regular price. */
    public Money price() {
        return price;
    }

    /** The reduced price, if any. */
    public Optional<Sale> sale() {
        return Optional.ofNullable(sale);
    }

    /** What one costs at this time. */
    public Money priceAt(Instant time) {
        return sale != null && sale.isOn(time) ? sale.price() : price;
    }

    /** Whether it can be bought. */
    public Availability availability() {
        return availability;
    }

    /** How worn it is. */
    public Condition condition() {
        return condition;
    }

    /** The address of its image. */
    public String imageLink() {
        return imageLink;
    }

    /** The addresses of further images. */
    public List<String> moreImages() {
        return moreImages;
    }

    /** In what it differs from the other variants of its product, such as {@code size}, by name. */
    public SortedMap<String, String> options() {
        return options;
    }

    /**
     * Everything else, by the column of Meta's product feeds: such as {@code gtin}, or {@code title} where the variant has another one
     * than its product.
     */
    public SortedMap<String, String> columns() {
        return columns;
    }

    /** One of {@link #columns()}, if it is set. */
    public Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    private List<Object> parts() {
        return List.of(retailerId, price, sale(), availability, condition, imageLink, moreImages, options, columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariantSpec that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "VariantSpec[" + retailerId + " " + price + "]";
    }

    /**
     * Builds a {@link VariantSpec}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final String retailerId;
        private final Money price;
        private final String imageLink;
        private @Nullable Sale sale;
        private Availability availability = Availability.IN_STOCK;
        private Condition condition = Condition.NEW;
        private List<String> moreImages = List.of();
        private Map<String, String> options = Map.of();
        private final Map<String, String> columns = new TreeMap<>();

        private Builder(String retailerId, Money price, String imageLink) {
            this.retailerId = Objects.requireNonNull(retailerId, "retailerId");
            this.price = Objects.requireNonNull(price, "price");
            this.imageLink = Objects.requireNonNull(imageLink, "imageLink");
        }

        /** A reduced price. */
        public Builder sale(Sale sale) {
            this.sale = Objects.requireNonNull(sale, "sale");
            return this;
        }

        /** Whether it can be bought; default {@link Availability#IN_STOCK}. */
        public Builder availability(Availability availability) {
            this.availability = Objects.requireNonNull(availability, "availability");
            return this;
        }

        /** How worn it is; default {@link Condition#NEW}. */
        public Builder condition(Condition condition) {
            this.condition = Objects.requireNonNull(condition, "condition");
            return this;
        }

        /** Further images, at most 20 https addresses. */
        public Builder moreImages(List<String> addresses) {
            this.moreImages = List.copyOf(addresses);
            return this;
        }

        /** In what it differs: {@code color}, {@code size}, {@code material}, {@code pattern}, {@code gender}, {@code age_group}. */
        public Builder options(Map<String, String> options) {
            this.options = Map.copyOf(options);
            return this;
        }

        /**
         * Sets another column of Meta's product feeds, such as {@code gtin}, {@code mpn}, {@code shipping_weight} or
         * {@code origin_country}; an empty value removes it.
         *
         * @param name at most 100 letters, digits, {@code _ . [ ]}
         * @param value at most 9,999 characters
         */
        public Builder column(String name, String value) {
            if (value.isEmpty()) {
                columns.remove(name);
            } else {
                columns.put(name, value);
            }
            return this;
        }

        /** Returns the value; its rules are checked with those of its product. */
        public VariantSpec build() {
            return new VariantSpec(this);
        }
    }
}
