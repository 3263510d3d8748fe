/**
 * Meta's webhooks: handshake, signature, and the split of a body into events.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.webhook;

import org.jspecify.annotations.NullMarked;
