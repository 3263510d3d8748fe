package dev.wakit.catalog.store;

import dev.wakit.catalog.product.ProductId;
import java.util.Set;

/**
 * What came of writing products. Immutable.
 *
 * @param stale products that have another version than the one before theirs, or are not there
 * @param taken ids in the catalog that variants of other products have
 * @since 0.1
 */
public record ProductWrite(Set<ProductId> stale, Set<String> taken) {

    /** Everything was written. */
    public static final ProductWrite DONE = new ProductWrite(Set.of(), Set.of());

    /** Copies the sets. */
    public ProductWrite {
        stale = Set.copyOf(stale);
        taken = Set.copyOf(taken);
    }

    /** Whether everything was written; nothing was, otherwise. */
    public boolean isDone() {
        return stale.isEmpty() && taken.isEmpty();
    }
}
