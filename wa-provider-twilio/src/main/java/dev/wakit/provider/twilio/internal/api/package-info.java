/**
 * Calls to Twilio's APIs, and what their answers mean.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.api;

import org.jspecify.annotations.NullMarked;
