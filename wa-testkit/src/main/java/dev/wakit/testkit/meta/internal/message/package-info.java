/** The messages edge: reading, checking, accepting. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.message;

import org.jspecify.annotations.NullMarked;
