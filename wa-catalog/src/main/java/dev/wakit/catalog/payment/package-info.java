/**
 * Orders that are paid inside WhatsApp, in the countries that have it.
 *
 * <p>Start with {@link dev.wakit.catalog.payment.PaymentTerms}.
 */
@NullMarked
package dev.wakit.catalog.payment;

import org.jspecify.annotations.NullMarked;
