package dev.wakit.catalog.cart;

import java.util.Set;

/**
 * Which carts that are filled here to list, the newest first. Immutable; each setter returns a new query.
 *
 * @param states only these; all when empty
 * @param contact only carts of this person; of all when empty
 * @param before only carts older than this one
 * @param limit at most so many, 1 to 200
 * @since 0.1
 */
public record AssistedQuery(Set<AssistedState> states, String contact, CartId before, int limit) {

    /** Checks the limit. */
    public AssistedQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page of " + limit + " carts is not possible. Use 1 to 200.");
        }
    }

    /** The newest carts. */
    public static AssistedQuery newest(int limit) {
        return new AssistedQuery(Set.of(), "", new CartId(Long.MAX_VALUE), limit);
    }

    /** Only carts that stand so. */
    public AssistedQuery states(Set<AssistedState> only) {
        return new AssistedQuery(only, contact, before, limit);
    }

    /** Only carts of this person. */
    public AssistedQuery contact(String person) {
        return new AssistedQuery(states, person, before, limit);
    }

    /** The page behind this cart. */
    public AssistedQuery before(CartId last) {
        return new AssistedQuery(states, contact, last, limit);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "AssistedQuery[" + states + " before " + before + " limit " + limit + "]";
    }
}
