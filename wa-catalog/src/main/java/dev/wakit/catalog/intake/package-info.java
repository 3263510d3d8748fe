/**
 * Turns what customers send into orders and enquiries.
 *
 * <p>Start with {@link dev.wakit.catalog.intake.Intake}.
 */
@NullMarked
package dev.wakit.catalog.intake;

import org.jspecify.annotations.NullMarked;
