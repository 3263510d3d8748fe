/** Deliveries: their tables and the transactions of planning, sending, merging and sweeping. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.delivery;

import org.jspecify.annotations.NullMarked;
