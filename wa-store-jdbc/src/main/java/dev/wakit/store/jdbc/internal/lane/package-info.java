/** Lanes and their fences. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.lane;

import org.jspecify.annotations.NullMarked;
