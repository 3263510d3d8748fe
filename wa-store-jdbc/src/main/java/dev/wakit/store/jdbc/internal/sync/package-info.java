/** Not part of the API. */
@NullMarked
package dev.wakit.store.jdbc.internal.sync;

import org.jspecify.annotations.NullMarked;
