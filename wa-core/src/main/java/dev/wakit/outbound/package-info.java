/**
 * Messages that are handed over to be sent for certain.
 *
 * <p>Start with {@link dev.wakit.outbound.DurableSender}.
 */
@NullMarked
package dev.wakit.outbound;

import org.jspecify.annotations.NullMarked;
