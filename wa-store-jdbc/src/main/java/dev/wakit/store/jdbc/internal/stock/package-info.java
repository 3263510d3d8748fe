/** Not part of the API. */
@NullMarked
package dev.wakit.store.jdbc.internal.stock;

import org.jspecify.annotations.NullMarked;
