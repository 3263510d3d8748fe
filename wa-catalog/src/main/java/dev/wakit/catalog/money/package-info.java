/**
 * Exact amounts of money: whole numbers of a currency's smallest unit, never floating point.
 *
 * <p>Start with {@link dev.wakit.catalog.money.Money}.
 */
@NullMarked
package dev.wakit.catalog.money;

import org.jspecify.annotations.NullMarked;
