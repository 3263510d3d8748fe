/** Single sends and their idempotency keys. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.outbox;

import org.jspecify.annotations.NullMarked;
