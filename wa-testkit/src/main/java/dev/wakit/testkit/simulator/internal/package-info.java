/** Parts of every simulator: seeded chance, threads, switches, JSON. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.simulator.internal;

import org.jspecify.annotations.NullMarked;
