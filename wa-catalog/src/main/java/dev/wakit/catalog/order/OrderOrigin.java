package dev.wakit.catalog.order;

/**
 * Where an order came from, and what makes it exist once. Immutable.
 *
 * @param source where it came from
 * @param key the id of the cart, webhook or request that placed it, 1 to 200 characters; one order for each key of a tenant
 * @since 0.1
 */
public record OrderOrigin(OrderSource source, String key) {

    /** Checks the key. */
    public OrderOrigin {
        Limits.text("origin.key", key, 1, 200);
    }

    @Override
    public String toString() {
        return "OrderOrigin[" + source + "]";
    }
}
