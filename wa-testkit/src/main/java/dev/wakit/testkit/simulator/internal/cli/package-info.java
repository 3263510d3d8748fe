/** The command line of a standalone simulator. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.simulator.internal.cli;

import org.jspecify.annotations.NullMarked;
