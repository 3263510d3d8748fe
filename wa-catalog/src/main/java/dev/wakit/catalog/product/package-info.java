/**
 * Products and their variants, with the rules that Meta checks before customers see them.
 *
 * <p>Start with {@link dev.wakit.catalog.product.ProductSpec} and {@link dev.wakit.catalog.product.Products}.
 */
@NullMarked
package dev.wakit.catalog.product;

import org.jspecify.annotations.NullMarked;
