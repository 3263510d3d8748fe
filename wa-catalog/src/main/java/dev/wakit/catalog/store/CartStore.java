package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.SubmittedCart;
import java.util.List;
import java.util.Optional;

/**
 * Carts that customers sent.
 *
 * @since 0.1
 */
public interface CartStore {

    /**
     * Adds a cart with its lines; one of the same key is left alone.
     *
     * @return the cart of this key: this one, or the one that was there
     */
    SubmittedCart insert(SubmittedCart cart);

    /**
     * Writes what became of a cart, if it still stands as it was read.
     *
     * @return false if it stands elsewhere; then nothing was written
     */
    boolean settle(SubmittedCart read, SubmittedCart settled);

    /** The cart of this tenant with this id. */
    Optional<SubmittedCart> find(TenantId tenant, CartId id);

    /** A page of carts, the newest first. */
    List<SubmittedCart> list(TenantId tenant, CartQuery query);

    /**
     * Forgets a person: who sent the carts, their notes and the messages. Products, quantities and prices stay.
     *
     * @return how many carts were theirs
     */
    int erase(TenantId tenant, String contact);
}
