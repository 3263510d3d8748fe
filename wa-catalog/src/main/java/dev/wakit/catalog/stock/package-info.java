/**
 * How many of a variant are on hand, how many of them are promised to orders, and why that changed.
 *
 * <p>Start with {@link dev.wakit.catalog.stock.Stock}.
 */
@NullMarked
package dev.wakit.catalog.stock;

import org.jspecify.annotations.NullMarked;
