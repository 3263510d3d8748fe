/** Throughput of a phone number and the limit of a pair of numbers. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.simulator.internal.limit;

import org.jspecify.annotations.NullMarked;
