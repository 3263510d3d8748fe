/**
 * Messages that show products.
 *
 * @since 0.1
 */
@NullMarked
package dev.wakit.catalog.message;

import org.jspecify.annotations.NullMarked;
