/** The record of everything accepted and rejected. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.simulator.internal.ledger;

import org.jspecify.annotations.NullMarked;
