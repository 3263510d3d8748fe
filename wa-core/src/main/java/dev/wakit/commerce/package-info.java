/**
 * Amounts, product lists and payable orders as messages and templates carry them.
 *
 * <p>Start with {@link dev.wakit.commerce.PaymentRequest} and {@link dev.wakit.commerce.ProductSection}. What a BSP
 * keeps of catalogs is in {@link dev.wakit.commerce.catalog}; the business's own catalogs, carts and order books live in the module
 * {@code wa-catalog}, not here.
 */
@NullMarked
package dev.wakit.commerce;

import org.jspecify.annotations.NullMarked;
