/**
 * Products, stock and orders of a business that sells on WhatsApp.
 *
 * <p>Start with {@link dev.wakit.catalog.Shop}. The products themselves are in {@link dev.wakit.catalog.product}, amounts of money
 * in {@link dev.wakit.catalog.money}, quantities on hand in {@link dev.wakit.catalog.stock}, files in {@link dev.wakit.catalog.feed}, orders in
 * {@link dev.wakit.catalog.order}.
 */
@NullMarked
package dev.wakit.catalog;

import org.jspecify.annotations.NullMarked;
