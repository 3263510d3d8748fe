/**
 * Which webhooks are genuine.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.dialog360.internal.webhook;

import org.jspecify.annotations.NullMarked;
