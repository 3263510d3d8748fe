/**
 * Orders: what was bought, what it costs, what was paid and what was handed over.
 *
 * <p>Start with {@link dev.wakit.catalog.order.Orders} and {@link dev.wakit.catalog.order.Order}. The status of an order is changed
 * by {@link dev.wakit.catalog.order.OrderCommand commands} only; whether it is paid and fulfilled is computed from its payments and
 * its lines, and never set.
 */
@NullMarked
package dev.wakit.catalog.order;

import org.jspecify.annotations.NullMarked;
