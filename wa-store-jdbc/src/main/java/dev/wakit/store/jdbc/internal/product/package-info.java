/** Not part of the API. */
@NullMarked
package dev.wakit.store.jdbc.internal.product;

import org.jspecify.annotations.NullMarked;
