/**
 * What a BSP posts to us, as raw bytes, before anything is trusted or parsed.
 *
 * <p>Start with {@link dev.wakit.webhook.WebhookRequest}. Nothing here knows a web framework: a host copies method, target,
 * headers and body from whatever server it runs.
 */
@NullMarked
package dev.wakit.webhook;

import org.jspecify.annotations.NullMarked;
