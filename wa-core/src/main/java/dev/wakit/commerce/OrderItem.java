package dev.wakit.commerce;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order: a product, its price and how many. Immutable.
 *
 * @since 0.1
 */
public final class OrderItem {
    /** The most characters of a name: {@value}. */
    public static final int MAX_NAME = 60;

    private final String retailerId;
    private final String name;
    private final Amount amount;
    private final int quantity;
    private final @Nullable Amount saleAmount;
    private final @Nullable String countryOfOrigin;
    private final @Nullable String importerName;
    private final @Nullable String importerAddress;

    private OrderItem(Builder builder) {
        this.retailerId = Check.present("order.item.retailer_id", builder.retailerId);
        this.name = Check.text("order.item.name", builder.name, MAX_NAME);
        this.amount = Objects.requireNonNull(builder.amount, "amount");
        this.quantity = (int) Check.range("order.item.quantity", builder.quantity, 1, Integer.MAX_VALUE);
        this.saleAmount = builder.saleAmount;
        this.countryOfOrigin = Check.optional("order.item.country_of_origin", builder.countryOfOrigin);
        this.importerName = Check.optional("order.item.importer_name", builder.importerName);
        this.importerAddress = Check.optional("order.item.importer_address", builder.importerAddress);
    }

    /**
     * Returns an {@code OrderItem} with just the product id in the catalog or shop and the name of the product and the
     * price of one and how many; name at most 60 characters.
     */
    public static OrderItem of(String retailerId, String name, Amount amount, int quantity) {
        return builder(retailerId, name, amount, quantity).build();
    }

    /**
     * Returns a builder that begins with the product, the price of one and how many; name at most 60 characters.
     */
    public static Builder builder(String retailerId, String name, Amount amount, int quantity) {
        return new Builder(retailerId, name, amount, quantity);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(retailerId, name, amount, quantity);
        builder.saleAmount = saleAmount;
        builder.countryOfOrigin = countryOfOrigin;
        builder.importerName = importerName;
        builder.importerAddress = importerAddress;
        return builder;
    }

    /** Returns the product id in the catalog or shop. */
    public String retailerId() {
        return retailerId;
    }

    /** Returns the name of the product. */
    public String name() {
        return name;
    }

    /** Returns the price of one. */
    public Amount amount() {
        return amount;
    }

    /** Returns how many. */
    public int quantity() {
        return quantity;
    }

    /** Returns the reduced price of one, which then counts, if any. */
    public Optional<Amount> saleAmount() {
        return Optional.ofNullable(saleAmount);
    }

    /** Returns the country of origin, which India asks for without a catalog, if any. */
    public Optional<String> countryOfOrigin() {
        return Optional.ofNullable(countryOfOrigin);
    }

    /** Returns the importer, which India asks for without a catalog, if any. */
    public Optional<String> importerName() {
        return Optional.ofNullable(importerName);
    }

    /** Returns the postal address of the importer, which India asks for without a catalog, if any. */
    public Optional<String> importerAddress() {
        return Optional.ofNullable(importerAddress);
    }

    /** Returns what the line costs: the sale amount if set, else the amount, times the quantity. */
    public Amount total() {
        return (saleAmount != null ? saleAmount : amount).times(quantity);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderItem that
                && retailerId.equals(that.retailerId)
                && name.equals(that.name)
                && amount.equals(that.amount)
                && quantity == that.quantity
                && Objects.equals(saleAmount, that.saleAmount)
                && Objects.equals(countryOfOrigin, that.countryOfOrigin)
                && Objects.equals(importerName, that.importerName)
                && Objects.equals(importerAddress, that.importerAddress);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                retailerId, name, amount, quantity, saleAmount, countryOfOrigin, importerName, importerAddress);
    }

    @Override
    public String toString() {
        return "OrderItem[quantity=" + quantity + "]";
    }

    /**
     * Builds an {@link OrderItem}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String retailerId;
        private final String name;
        private final Amount amount;
        private final int quantity;
        private @Nullable Amount saleAmount;
        private @Nullable String countryOfOrigin;
        private @Nullable String importerName;
        private @Nullable String importerAddress;

        private Builder(String retailerId, String name, Amount amount, int quantity) {
            this.retailerId = retailerId;
            this.name = name;
            this.amount = amount;
            this.quantity = quantity;
        }

        /** Sets the reduced price of one, which then counts. */
        public Builder saleAmount(Amount saleAmount) {
            this.saleAmount = Objects.requireNonNull(saleAmount, "saleAmount");
            return this;
        }

        /** Sets the country of origin, which India asks for without a catalog. */
        public Builder countryOfOrigin(String countryOfOrigin) {
            this.countryOfOrigin = Objects.requireNonNull(countryOfOrigin, "countryOfOrigin");
            return this;
        }

        /** Sets the importer, which India asks for without a catalog. */
        public Builder importerName(String importerName) {
            this.importerName = Objects.requireNonNull(importerName, "importerName");
            return this;
        }

        /** Sets the postal address of the importer, which India asks for without a catalog. */
        public Builder importerAddress(String importerAddress) {
            this.importerAddress = Objects.requireNonNull(importerAddress, "importerAddress");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public OrderItem build() {
            return new OrderItem(this);
        }
    }
}
