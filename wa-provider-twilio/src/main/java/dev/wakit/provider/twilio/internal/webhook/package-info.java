/**
 * Checks and reads what Twilio posts.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.webhook;

import org.jspecify.annotations.NullMarked;
