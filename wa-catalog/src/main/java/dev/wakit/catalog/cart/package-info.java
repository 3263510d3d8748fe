/**
 * Carts that customers sent in WhatsApp, exactly as they sent them.
 *
 * <p>A cart inside WhatsApp cannot be seen before it is sent. Start with {@link dev.wakit.catalog.cart.Carts}.
 */
@NullMarked
package dev.wakit.catalog.cart;

import org.jspecify.annotations.NullMarked;
