/**
 * The engine's storage interfaces over JDBC: SQLite for one machine, PostgreSQL for many.
 *
 * <p>Start with {@link dev.wakit.store.jdbc.JdbcStores}. The schema is created and migrated at start; hosts that migrate with
 * their own tool find the SQL in {@link dev.wakit.store.jdbc.Schema}. Nothing here sends messages.
 */
@NullMarked
package dev.wakit.store.jdbc;

import org.jspecify.annotations.NullMarked;
