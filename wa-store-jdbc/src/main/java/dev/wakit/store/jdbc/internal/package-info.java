/** The stores, each over the tables it needs. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal;

import org.jspecify.annotations.NullMarked;
