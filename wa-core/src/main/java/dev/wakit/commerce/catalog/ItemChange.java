package dev.wakit.commerce.catalog;

import dev.wakit.internal.Check;
import java.util.Objects;

/**
 * A change of one product, which is named by the retailer id that the business gave it. Immutable.
 *
 * <p>To make the same change twice does no more than to make it once.
 *
 * @since 0.1
 */
public sealed interface ItemChange {

    /** The most characters of a retailer id: {@value}, as Meta's feed template says of {@code id}. */
    int MAX_RETAILER_ID = 100;

    /** Creates a product, or changes the fields that are named if it is there. */
    static ItemChange upsert(String retailerId, ItemData data) {
        return new Upsert(retailerId, data);
    }

    /** Changes the fields that are named; an error if there is no such product. */
    static ItemChange update(String retailerId, ItemData data) {
        return new Update(retailerId, data);
    }

    /** Removes a product. */
    static ItemChange delete(String retailerId) {
        return new Delete(retailerId);
    }

    /** The product. */
    String retailerId();

    /** How many bytes it takes at most in a request: UTF-8, escaped as JSON, with all names. */
    default long bytes() {
        return ItemSize.of(this);
    }

    /**
     * Creates a product, or changes it if it is there.
     *
     * @param retailerId 1 to 100 characters
     * @param data what to set
     * @since 0.1
     */
    record Upsert(String retailerId, ItemData data) implements ItemChange {

        /** Checks the id. */
        public Upsert {
            checkId(retailerId);
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * Changes a product that is there.
     *
     * @param retailerId 1 to 100 characters
     * @param data what to set
     * @since 0.1
     */
    record Update(String retailerId, ItemData data) implements ItemChange {

        /** Checks the id. */
        public Update {
            checkId(retailerId);
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * Removes a product.
     *
     * @param retailerId 1 to 100 characters
     * @since 0.1
     */
    record Delete(String retailerId) implements ItemChange {

        /** Checks the id. */
        public Delete {
            checkId(retailerId);
        }
    }

    private static void checkId(String retailerId) {
        Check.text("item.retailer_id", retailerId, MAX_RETAILER_ID);
    }
}
