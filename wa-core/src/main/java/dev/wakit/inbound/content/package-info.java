/**
 * What a received message holds, by kind.
 *
 * <p>Start with {@link dev.wakit.inbound.content.InboundContent}. Everything here is immutable and says in {@code toString} only
 * what is not personal. A text that the BSP left out is empty.
 */
@NullMarked
package dev.wakit.inbound.content;

import org.jspecify.annotations.NullMarked;
