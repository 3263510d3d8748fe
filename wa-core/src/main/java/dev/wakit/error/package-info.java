/**
 * What a BSP's error means and what to do about it, as data.
 *
 * <p>Start with {@link dev.wakit.error.ErrorPolicy}: each provider ships a CSV table of its codes, and a host may override rows.
 */
@NullMarked
package dev.wakit.error;

import org.jspecify.annotations.NullMarked;
