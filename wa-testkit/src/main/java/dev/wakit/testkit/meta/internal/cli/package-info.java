/** The flags of the standalone simulator. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.cli;

import org.jspecify.annotations.NullMarked;
