/** The record of everything accepted and rejected. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.ledger;

import org.jspecify.annotations.NullMarked;
