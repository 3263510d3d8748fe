/** The webhook inbox and the keys of events that were seen. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.inbox;

import org.jspecify.annotations.NullMarked;
