/** Uploaded media. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.media;

import org.jspecify.annotations.NullMarked;
