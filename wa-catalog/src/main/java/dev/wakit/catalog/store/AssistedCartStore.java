package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.AssistedQuery;
import dev.wakit.catalog.cart.CartId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carts that are filled here.
 *
 * @since 0.1
 */
public interface AssistedCartStore {

    /**
     * Adds a cart; one of the same key is left alone.
     *
     * @return the cart of this key: this one, or the one that was there
     */
    AssistedCart insert(AssistedCart cart);

    /** Writes a cart with its lines, if it still has the version that was read. */
    boolean update(AssistedCart read, AssistedCart changed);

    /** The cart of this tenant with this id. */
    Optional<AssistedCart> find(TenantId tenant, CartId id);

    /** A page of carts, the newest first. */
    List<AssistedCart> list(TenantId tenant, AssistedQuery query);

    /** Carts that are ACTIVE or at the CHECKOUT, and that nobody touched since a time. */
    List<AssistedCart> idle(TenantId tenant, Instant since, int limit);

    /** Carts that may still become an order, and whose time has run out. */
    List<AssistedCart> expired(TenantId tenant, Instant now, int limit);

    /** Carts that are CONVERTED since before a time, without an order. */
    List<AssistedCart> interrupted(TenantId tenant, Instant since, int limit);

    /**
     * Forgets a person: their carts lose contact, name, address, note and key, and those that are open expire. What was in them stays.
     *
     * @return how many carts were theirs
     */
    int erase(TenantId tenant, String contact);
}
