/**
 * The storage interfaces of products, stock and orders.
 *
 * <p>Start with {@link dev.wakit.catalog.store.CatalogStores}. Every method is one transaction that is durable when the method
 * returns; the catalog contract in {@code wa-testkit} says what an implementation must keep.
 */
@NullMarked
package dev.wakit.catalog.store;

import org.jspecify.annotations.NullMarked;
