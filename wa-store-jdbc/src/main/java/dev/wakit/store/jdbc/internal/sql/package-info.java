/** Connections, transactions, dialects and column values. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
