/** The suppression list. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.suppression;

import org.jspecify.annotations.NullMarked;
