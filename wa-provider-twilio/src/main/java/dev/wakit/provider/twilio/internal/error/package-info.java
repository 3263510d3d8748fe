/**
 * Reads Twilio's errors and knows what their codes mean.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.error;

import org.jspecify.annotations.NullMarked;
