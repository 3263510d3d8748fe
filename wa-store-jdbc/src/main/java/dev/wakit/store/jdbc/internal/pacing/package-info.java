/** What the limits of pacing count. */
@NullMarked
package dev.wakit.store.jdbc.internal.pacing;

import org.jspecify.annotations.NullMarked;
