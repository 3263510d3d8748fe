/**
 * The contract of the stores of products, stock and orders.
 *
 * <p>Extend {@link dev.wakit.testkit.store.catalog.CatalogContract} and open your store; it needs JUnit and AssertJ.
 */
@NullMarked
package dev.wakit.testkit.store.catalog;

import org.jspecify.annotations.NullMarked;
