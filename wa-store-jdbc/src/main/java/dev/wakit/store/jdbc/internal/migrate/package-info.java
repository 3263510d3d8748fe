/** The schema and its migrations. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.migrate;

import org.jspecify.annotations.NullMarked;
