/**
 * Amounts, product lists and payable orders as messages and templates carry them.
 *
 * <p>Start with {@link dev.wakit.commerce.PaymentRequest} and {@link dev.wakit.commerce.ProductSection}. Catalogs, carts and
 * order books live in the module {@code wa-catalog}, not here.
 */
@NullMarked
package dev.wakit.commerce;

import org.jspecify.annotations.NullMarked;
