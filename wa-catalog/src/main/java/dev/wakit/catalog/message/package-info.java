/**
 * Messages about orders, carts and enquiries, each sent once.
 *
 * <p>Start with {@link dev.wakit.catalog.message.Messenger}.
 */
@NullMarked
package dev.wakit.catalog.message;

import org.jspecify.annotations.NullMarked;
