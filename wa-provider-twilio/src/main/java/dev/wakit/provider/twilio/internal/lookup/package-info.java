/**
 * Finds messages whose answer was lost in Twilio's list.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.lookup;

import org.jspecify.annotations.NullMarked;
