/** Not part of the API. */
@NullMarked
package dev.wakit.store.jdbc.internal.order;

import org.jspecify.annotations.NullMarked;
