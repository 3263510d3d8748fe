/** Parts of the simulator that every other part uses: settings, ids. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal;

import org.jspecify.annotations.NullMarked;
