/**
 * What the simulators of all BSPs share: what a recipient's number does ({@link dev.wakit.testkit.simulator.MagicNumber}) and
 * the record of what was accepted ({@link dev.wakit.testkit.simulator.Ledger}). The simulators themselves live in packages
 * named after their BSP.
 */
@NullMarked
package dev.wakit.testkit.simulator;

import org.jspecify.annotations.NullMarked;
