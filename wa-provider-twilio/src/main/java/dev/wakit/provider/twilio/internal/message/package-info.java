/**
 * Writes messages as the forms that Twilio takes.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.message;

import org.jspecify.annotations.NullMarked;
