/** Not part of the API. */
@NullMarked
package dev.wakit.store.jdbc.internal.intake;

import org.jspecify.annotations.NullMarked;
