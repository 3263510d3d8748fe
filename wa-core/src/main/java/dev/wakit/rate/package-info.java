/**
 * Rates as values: so many permits in so much time.
 *
 * <p>Start with {@link dev.wakit.rate.RateLimit}. How a rate is enforced belongs to the campaign engine.
 */
@NullMarked
package dev.wakit.rate;

import org.jspecify.annotations.NullMarked;
