/**
 * A simulator of 360dialog: its paths, key, templates, webhooks and errors before the simulated Cloud API, with the same magic
 * numbers, faults and ledger.
 *
 * <p>Start with {@link dev.wakit.testkit.dialog360.Dialog360Simulator#start()}.
 */
@NullMarked
package dev.wakit.testkit.dialog360;

import org.jspecify.annotations.NullMarked;
