package dev.wakit.catalog.cart;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a cart that is filled here stands.
 *
 * @since 0.1
 */
public enum AssistedState {
    /** It is being filled. */
    ACTIVE,
    /** It is full; its lines stay while address and payment are settled. */
    CHECKOUT,
    /** It became an order. */
    CONVERTED,
    /** Nobody touched it for a while; touching it makes it active again. */
    ABANDONED,
    /** Its time ran out. */
    EXPIRED;

    /** Where a cart stands that may still become an order. */
    public static final Set<AssistedState> OPEN = Collections.unmodifiableSet(EnumSet.of(ACTIVE, CHECKOUT, ABANDONED));

    /** Whether a cart that stands so may still become an order. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
