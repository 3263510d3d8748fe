/**
 * Messages that show products, and messages about orders, carts and enquiries, each sent once.
 *
 * <p>Start with {@link dev.wakit.catalog.message.ProductMessages} and {@link dev.wakit.catalog.message.Messenger}.
 *
 * @since 0.1
 */
@NullMarked
package dev.wakit.catalog.message;

import org.jspecify.annotations.NullMarked;
