/** Messages of the shop and conversations, by table. */
@NullMarked
package dev.wakit.store.jdbc.internal.message;

import org.jspecify.annotations.NullMarked;
