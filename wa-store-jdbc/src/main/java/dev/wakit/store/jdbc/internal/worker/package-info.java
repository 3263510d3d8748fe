/** Workers, the history's beat and quarantines. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.worker;

import org.jspecify.annotations.NullMarked;
