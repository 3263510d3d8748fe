/** The counters of campaigns. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.counter;

import org.jspecify.annotations.NullMarked;
