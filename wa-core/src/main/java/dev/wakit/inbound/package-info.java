/**
 * What happened at WhatsApp, as typed events read from a BSP's webhooks.
 *
 * <p>Start with {@link dev.wakit.inbound.InboundEvent}. Every identity field may be absent: since 2026 a person may be known by a
 * business-scoped user id only.
 */
@NullMarked
package dev.wakit.inbound;

import org.jspecify.annotations.NullMarked;
