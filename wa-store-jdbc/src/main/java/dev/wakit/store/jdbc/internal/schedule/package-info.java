/** Schedules and jobs. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.schedule;

import org.jspecify.annotations.NullMarked;
